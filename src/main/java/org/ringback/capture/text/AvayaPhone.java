package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logs of Avaya's clients and phones: {@code INCOMING (address:port) TLS} at the end of a line. */
final class AvayaPhone implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("\\b(INCOMING|OUTGOING) \\((\\S{3,80})\\) (UDP|TCP|TLS|WSS?)\\s*$");

    @Override
    public List<String> words() {
        return List.of("ING (");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                clock.startOf(line, previous),
                matcher.group(1).equals("INCOMING"),
                Addresses.endpoint(matcher.group(2)),
                Addresses.transport(matcher.group(3)));
    }
}
