package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Endpoint;

/** The traces of sipsorcery: {@code Request sent: udp:own->udp:other}, its own side always first. */
final class Sipsorcery implements LogShape {

    private static final String END = "(udp|tcp|tls|wss?):(\\[?[0-9A-Za-z:.%_-]{2,80}\\]?:\\d{1,5})";
    private static final Pattern LINE = Pattern.compile(END + " ?(->|<-) ?" + END);

    @Override
    public List<String> words() {
        return List.of("->", "<-");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains("->") && !line.contains("<-")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        Endpoint first = Addresses.endpoint(matcher.group(2));
        Endpoint second = Addresses.endpoint(matcher.group(5));
        boolean sent = matcher.group(3).equals("->");
        return Frame.between(
                clock.startOf(line, previous),
                sent ? first : second,
                sent ? second : first,
                Addresses.transport(matcher.group(1)));
    }
}
