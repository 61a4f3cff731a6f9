package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** BroadWorks' XSLog: {@code udp 1156 Bytes OUT to 10.0.0.1:5060}, the time on the line before. */
final class BroadworksLog implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("^\\s*(\\w{2,4}) (\\d{1,9}) Bytes (IN from|OUT to) (\\S+)\\s*$");

    @Override
    public List<String> words() {
        return List.of(" Bytes ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                        clock.startOf(previous),
                        matcher.group(3).startsWith("IN"),
                        Addresses.endpoint(matcher.group(4)),
                        Addresses.transport(matcher.group(1)))
                .ofBytes(Long.parseLong(matcher.group(2)));
    }
}
