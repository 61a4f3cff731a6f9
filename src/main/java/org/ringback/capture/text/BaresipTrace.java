package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        return Frame.between(
                clock.startOf(line, previous),
                Addresses.endpoint(matcher.group(2)),
                Addresses.endpoint(matcher.group(3)),
                Addresses.transport(matcher.group(1)));
    }
}
