package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Transport;

/** Asterisk's {@code pjsip set logger on}, on the console or in the full log. It does not name its own address. */
final class AsteriskPjsip implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("<--- (Received|Transmitting) SIP (?:request|response) \\((\\d{1,9}) bytes\\) (?:from|to)"
                    + " (\\w{2,4}):(\\S+) --->");

    /** What {@code pjsip show history entry} prints. */
    private static final Pattern HISTORY =
            Pattern.compile("<--- History Entry \\d{1,9} (Received from|Sent to) (\\S{3,80}) at (\\d{10}) --->");

    @Override
    public List<String> words() {
        return List.of("<--- ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains(" bytes) ")) {
            return line.contains("History Entry ") ? ofHistory(line, clock) : null;
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

    private static Frame ofHistory(String line, LogClock clock) {
        Matcher matcher = HISTORY.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                clock.startOf(matcher.group(3)),
                matcher.group(1).equals("Received from"),
                Addresses.endpoint(matcher.group(2)),
                Transport.UNKNOWN);
    }
}
