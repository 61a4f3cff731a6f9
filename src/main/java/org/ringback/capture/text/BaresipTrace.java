package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transport and both addresses at the end of a line: {@code baresip -s}, in newer releases with the time of day before
 * them, and SysMonitor of Avaya's IP Office ({@code SIP Rx: UDP a -> b}).
 */
final class BaresipTrace implements LogShape {

    private static final Pattern LINE = Pattern.compile(
            "(?:^|[\\s>|+:#-])(UDP|TCP|TLS|WS|WSS) (\\S{3,120}) (?:->|\u00e2\u0086\u0092) (\\S{3,120})\\s*$");

    private static final int LONGEST_BEFORE = 120;

    @Override
    public List<String> words() {
        return List.of(" -> ", "\u00e2\u0086\u0092");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (line.length() > 400 || !(line.contains(" -> ") || line.contains("\u00e2\u0086\u0092"))) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find() || matcher.start() > LONGEST_BEFORE) {
            return null;
        }
        return Frame.between(
                clock.startOf(line, previous),
                Addresses.endpoint(matcher.group(2)),
                Addresses.endpoint(matcher.group(3)),
                Addresses.transport(matcher.group(1)));
    }
}
