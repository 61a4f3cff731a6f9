package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;

/**
 * What sngrep saves as text: date, time and both addresses on one line. Copies of its screen are like it, and so is what
 * Ringback saves, which adds the transport and writes {@code -} for a time and {@code ?} for an address or a transport that
 * is not known.
 */
final class SngrepText implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("^\\s*(?<time>\\d{4}[/-]\\d\\d[/-]\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{1,9}|-)"
                    + " (?<source>\\S+) -> (?<destination>\\S+)(?: (?<transport>UDP|TCP|TLS|SCTP|WSS?|\\?))?\\s*$");

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains(" -> ")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        boolean timed = !matcher.group("time").equals("-");
        String transport = matcher.group("transport");
        long time = timed ? clock.startOf(line) : Captured.NO_TIME;
        if (timed ? time == Captured.NO_TIME : transport == null) {
            return null;
        }
        return Frame.between(
                time,
                Addresses.endpoint(matcher.group("source")),
                Addresses.endpoint(matcher.group("destination")),
                transport == null ? Transport.UNKNOWN : Addresses.transport(transport));
    }
}
