package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;

/**
 * {@code tcpdump -A}, and {@code tcpdump -v} that prints SIP by itself. Before the message its packet headers stand as
 * characters; CRs are left out or printed as dots. The message of a packet that was cut is cut here too.
 */
final class TcpdumpAscii implements LogShape {

    private static final Pattern LINE = Pattern.compile("(?:^|\\s)([0-9A-Za-z:.-]{2,80})\\.([0-9]{1,5}|sips?|sip-tls) >"
            + " ([0-9A-Za-z:.-]{2,80})\\.([0-9]{1,5}|sips?|sip-tls): ");

    @Override
    public List<String> words() {
        return List.of(" > ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        int arrow = line.indexOf(" > ");
        if (arrow < 0 || arrow > 160) {
            return null;
        }
        Matcher matcher = LINE.matcher(line.length() > 400 ? line.substring(0, 400) : line);
        if (!matcher.find()) {
            return null;
        }
        long time = clock.startOf(line);
        if (time == Captured.NO_TIME && previous.contains("IP")) {
            time = clock.startOf(previous);
        }
        String rest = line.substring(matcher.end());
        Transport transport = Transport.UNKNOWN;
        if (rest.startsWith("Flags [") || previous.contains("proto TCP")) {
            transport = Transport.TCP;
        } else if (rest.startsWith("SIP") || rest.startsWith("UDP") || rest.contains("[udp sum ok]")) {
            transport = Transport.UDP;
        }
        return Frame.between(
                        time,
                        Addresses.of(matcher.group(1), matcher.group(2)),
                        Addresses.of(matcher.group(3), matcher.group(4)),
                        transport)
                .withDots();
    }
}
