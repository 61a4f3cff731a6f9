package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.Captured;

/** {@code baresip -s}: transport and both addresses, in newer releases with the time of day before them. */
final class BaresipTrace implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("^(?:\\S{1,32}[#|]? )?(UDP|TCP|TLS|WS|WSS) (\\S+) -> (\\S+)\\s*$");

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains(" -> ")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        long time = clock.startOf(line);
        if (time == Captured.NO_TIME) {
            time = clock.startOf(previous);
        }
        return Frame.between(
                time,
                Addresses.endpoint(matcher.group(2)),
                Addresses.endpoint(matcher.group(3)),
                Addresses.transport(matcher.group(1)));
    }
}
