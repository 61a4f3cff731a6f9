package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * What drachtio's server tells an application of a message, fields between bars: where from (the network or the
 * application), bytes, transport, address, port and time of day of the other side, and perhaps its own address.
 */
final class Drachtio implements LogShape {

    private static final Pattern LINE = Pattern.compile(
            "\\|(network|application)\\|\\d{1,9}\\|(udp|tcp|tls|wss?)\\|\\[?([0-9A-Za-z:._-]{2,80})\\]?\\|(\\d{1,5})"
                + "\\|(\\d\\d:\\d\\d:\\d\\d[.\\d]{0,8})\\|(?:[^|]{0,80}\\|[^|]{0,80}\\|\\[?([0-9A-Fa-f:.]{3,60})\\]?\\|(\\d{1,5})\\|?)?");

    @Override
    public List<String> words() {
        return List.of("|network|", "|application|");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        boolean received = matcher.group(1).equals("network");
        long time = clock.after(line, matcher.start(5));
        Endpoint peer = Addresses.of(matcher.group(3), matcher.group(4));
        Transport transport = Addresses.transport(matcher.group(2));
        if (matcher.group(6) == null) {
            return Frame.with(time, received, peer, transport);
        }
        Endpoint own = Addresses.of(matcher.group(6), matcher.group(7));
        return received ? Frame.between(time, peer, own, transport) : Frame.between(time, own, peer, transport);
    }
}
