package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** belle-sip, the stack of Linphone: {@code message sent to [UDP://host:port], size: [300] bytes}. */
final class BelleSip implements LogShape {

    private static final Pattern LINE = Pattern.compile("(message sent to|received \\[\\d{1,9}\\] new bytes from)"
            + " \\[(UDP|TCP|TLS|DTLS)://([^\\]\\s]{1,120}(?:\\]:\\d{1,5})?)\\]");

    @Override
    public List<String> words() {
        return List.of("://");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains("message sent to [") && !line.contains(" new bytes from [")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                clock.startOf(line),
                matcher.group(1).startsWith("received"),
                Addresses.endpoint(matcher.group(3)),
                Addresses.transport(matcher.group(2)));
    }
}
