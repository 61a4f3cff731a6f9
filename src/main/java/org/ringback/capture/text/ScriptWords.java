package org.ringback.capture.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * The words before a message in logs that have no fixed shape: what the script of a Kamailio or OpenSIPS writes with xlog,
 * and anything else right above a message. Says "from" and "to" with an address and a port are believed.
 */
final class ScriptWords implements LogShape {

    private static final String ADDRESS = "(?:(udp|tcp|tls|sctp|wss?|UDP|TCP|TLS|SCTP|WSS?)[:/"
            + " ])?((?:\\[[0-9A-Fa-f:.]{2,45}\\]|[0-9A-Za-z.-]{1,80}):\\d{1,5})\\b";
    private static final Pattern FROM = Pattern.compile("\\bfrom[ =:]\\s?" + ADDRESS, Pattern.CASE_INSENSITIVE);
    private static final Pattern TO = Pattern.compile("\\bto[ =:]\\s?" + ADDRESS, Pattern.CASE_INSENSITIVE);

    @Override
    public List<String> words() {
        return List.of("");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher from = FROM.matcher(line);
        Matcher to = TO.matcher(line);
        boolean hasFrom = from.find();
        boolean hasTo = to.find();
        Stamp stamp = clock.stampOf(line);
        Optional<Boolean> received = SideWords.received(line);
        if (!hasFrom && !hasTo && stamp == null && received.isEmpty()) {
            return null;
        }
        Transport transport = Transport.UNKNOWN;
        for (Matcher matcher : new Matcher[] {from, to}) {
            if (transport == Transport.UNKNOWN && matcher.hasMatch() && matcher.group(1) != null) {
                transport = Addresses.transport(matcher.group(1));
            }
        }
        long time = stamp == null ? Captured.NO_TIME : clock.micros(stamp);
        Endpoint source = hasFrom ? Addresses.endpoint(from.group(2)) : Endpoint.UNKNOWN;
        Endpoint destination = hasTo ? Addresses.endpoint(to.group(2)) : Endpoint.UNKNOWN;
        if (received.isEmpty() || (hasFrom && hasTo)) {
            return Frame.between(time, source, destination, transport);
        }
        boolean in = received.get();
        return Frame.with(time, in, in ? source : destination, transport);
    }
}
