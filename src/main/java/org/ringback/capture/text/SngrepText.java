package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.Captured;
import org.ringback.capture.Transport;

/** What sngrep saves as text: date, time and both addresses on one line. Copies of its screen are like it. */
final class SngrepText implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("^\\s*\\d{4}[/-]\\d\\d[/-]\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{1,9} (\\S+) -> (\\S+)\\s*$");

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
        return time == Captured.NO_TIME
                ? null
                : Frame.between(
                        time,
                        Addresses.endpoint(matcher.group(1)),
                        Addresses.endpoint(matcher.group(2)),
                        Transport.UNKNOWN);
    }
}
