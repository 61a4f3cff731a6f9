package org.ringback.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;

/** Source and destination in a line, each with its name, the ports under names of their own: {@code src=… sport=…}. */
final class NamedPair {

    private static final String IS = "[\"']?\\s?[=:]\\s?[\"']?";
    private static final String HOST =
            "(\\d{1,3}(?:\\.\\d{1,3}){3}|\\[?[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{2,42}\\]?)(?::(\\d{1,5}))?(?![\\w.:])";
    private static final Pattern SOURCE = named("src|source|saddr", "[_-]?(?:ip|addr|address|host)?" + IS + HOST);
    private static final Pattern DESTINATION =
            named("dst|dest|destination|daddr", "[_-]?(?:ip|addr|address|host)?" + IS + HOST);
    private static final Pattern SOURCE_PORT = named("sport|spt|(?:src|source)[_-]?port", IS + "(\\d{1,5})\\b");
    private static final Pattern DESTINATION_PORT =
            named("dport|dpt|(?:dst|dest|destination)[_-]?port", IS + "(\\d{1,5})\\b");

    private NamedPair() {}

    private static Pattern named(String names, String value) {
        return Pattern.compile("(?<![A-Za-z0-9])(?:" + names + ")" + value, Pattern.CASE_INSENSITIVE);
    }

    /** What a line says with all four of them, without its time; null if it does not. */
    static Frame in(String line) {
        Matcher source = SOURCE.matcher(line);
        Matcher destination = DESTINATION.matcher(line);
        Matcher sourcePort = SOURCE_PORT.matcher(line);
        Matcher destinationPort = DESTINATION_PORT.matcher(line);
        if (!source.find() || !destination.find()) {
            return null;
        }
        String here = source.group(2) == null && sourcePort.find() ? sourcePort.group(1) : source.group(2);
        String there = destination.group(2) == null && destinationPort.find()
                ? destinationPort.group(1)
                : destination.group(2);
        if (here == null || there == null) {
            return null;
        }
        return Frame.between(
                Captured.NO_TIME,
                Addresses.of(source.group(1), here),
                Addresses.of(destination.group(1), there),
                Transport.UNKNOWN);
    }
}
