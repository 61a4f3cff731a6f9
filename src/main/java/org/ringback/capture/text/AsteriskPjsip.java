package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asterisk's {@code pjsip set logger on}, on the console or in the full log. It does not name its own address. */
final class AsteriskPjsip implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("<--- (Received|Transmitting) SIP (?:request|response) \\((\\d{1,9}) bytes\\) (?:from|to)"
                    + " (\\w{2,4}):(\\S+) --->");

    @Override
    public List<String> words() {
        return List.of("<--- ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains(" bytes) ")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                        clock.startOf(line),
                        matcher.group(1).equals("Received"),
                        Addresses.endpoint(matcher.group(4)),
                        Addresses.transport(matcher.group(3)))
                .ofBytes(Long.parseLong(matcher.group(2)));
    }
}
