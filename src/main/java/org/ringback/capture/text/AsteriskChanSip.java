package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;

/**
 * {@code sip set debug on} of Asterisk's chan_sip. It does not name its own address; its full log puts the time on a line of
 * its own before.
 */
final class AsteriskChanSip implements LogShape {

    private static final Pattern READ = Pattern.compile("<--- SIP read from (?:(UDP|TCP|TLS|WS|WSS):)?(\\S+) --->");
    private static final Pattern SENT = Pattern.compile(
            "(?:Reliably Transmitting|Retransmitting #\\d{1,4}|Transmitting|Retransmitting) (?:\\((?:no )?NAT\\) )?to "
                    + "(?:(UDP|TCP|TLS|WS|WSS):)?(\\S+?)(?::$| --->|$)");

    @Override
    public List<String> words() {
        return List.of("<--- SIP read from ", "ransmitting ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        boolean read = line.contains("<--- SIP read from ");
        if (!read && !line.contains("ransmitting ")) {
            return null;
        }
        Matcher matcher = (read ? READ : SENT).matcher(line.stripTrailing());
        if (!matcher.find()) {
            return null;
        }
        Transport transport = matcher.group(1) == null ? Transport.UNKNOWN : Addresses.transport(matcher.group(1));
        long time = clock.startOf(line);
        if (time == Captured.NO_TIME && previous.contains("chan_sip")) {
            time = clock.startOf(previous);
        }
        return Frame.with(time, read, Addresses.endpoint(matcher.group(2)), transport);
    }
}
