package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** sipmsg.log of Oracle's (once Acme Packet's) session border controllers: {@code On [0:0]own sent to other}. */
final class OracleSipmsg implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("\\bOn (?:\\[\\d{1,5}:\\d{1,5}\\])?(\\S{3,80}) (sent to|received from) (\\S{3,80})");

    @Override
    public List<String> words() {
        return List.of(" sent to ", " received from ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains("On ")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        Endpoint own = Addresses.endpoint(matcher.group(1));
        Endpoint peer = Addresses.endpoint(matcher.group(3));
        boolean sent = matcher.group(2).startsWith("sent");
        return Frame.between(clock.startOf(line), sent ? own : peer, sent ? peer : own, Transport.UNKNOWN);
    }
}
