package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * {@code debug ccsip messages} of Cisco IOS: {@code ccsipDisplayMsg:} with the time, then {@code Sent:} or
 * {@code Received:}. Addresses stand in newer releases only.
 */
final class CiscoCcsip implements LogShape {

    private static final Pattern ADDRESSES =
            Pattern.compile("SIP (UDP|TCP|TLS) message from (\\S{3,64}) to (\\S{3,64})");

    @Override
    public List<String> words() {
        return List.of("Sent:", "Received:");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        String words = line.stripTrailing();
        boolean bare = words.endsWith("Sent:") || words.endsWith("Received:");
        boolean addressed = line.contains(" message from ") && (line.contains("Sent:") || line.contains("Received:"));
        if (!bare && !addressed) {
            return null;
        }
        boolean sameLine = line.contains("ccsipDisplayMsg");
        if (!sameLine && !previous.contains("ccsipDisplayMsg")) {
            return null;
        }
        long time = clock.startOf(sameLine ? line : previous);
        if (time == Captured.NO_TIME) {
            time = clock.startOf(line);
        }
        Matcher matcher = ADDRESSES.matcher(line);
        if (matcher.find()) {
            return Frame.between(
                    time,
                    Addresses.endpoint(matcher.group(2)),
                    Addresses.endpoint(matcher.group(3)),
                    Addresses.transport(matcher.group(1)));
        }
        return Frame.with(time, line.contains("Received:"), Endpoint.UNKNOWN, Transport.UNKNOWN);
    }
}
