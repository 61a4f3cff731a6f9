package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Transport;

/** Call trace of Ribbon's SBC: {@code from IP/port:10.1.1.1/5060, Local IP/port:10.1.1.2/5060} above {@code RAW PDU:}. */
final class RibbonTrace implements LogShape {

    private static final String END = "IP/port: ?([0-9A-Fa-f.:]{3,45})/(\\d{1,5})";
    private static final Pattern LINE =
            Pattern.compile("\\b([Ff]rom|[Tt]o) " + END + "(?:,? {1,2}[Ll]ocal " + END + ")?");

    @Override
    public List<String> words() {
        return List.of(" IP/port:");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        boolean received = matcher.group(1).equalsIgnoreCase("from");
        var peer = Addresses.of(matcher.group(2), matcher.group(3));
        long time = clock.startOf(line, previous);
        if (matcher.group(4) == null) {
            return Frame.with(time, received, peer, Transport.UNKNOWN);
        }
        var own = Addresses.of(matcher.group(4), matcher.group(5));
        return Frame.between(time, received ? peer : own, received ? own : peer, Transport.UNKNOWN);
    }
}
