package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SDI and SDL traces of Cisco Unified Communications Manager. */
final class CiscoCallManager implements LogShape {

    private static final Pattern LINE = Pattern.compile(
            "(Incoming|Outgoing) SIP (UDP|TCP|TLS) message (?:from|to) (\\S+?) on port (\\d{1,5}) index");

    @Override
    public List<String> words() {
        return List.of(" on port ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                clock.startOf(line, previous),
                matcher.group(1).equals("Incoming"),
                Addresses.of(matcher.group(3), matcher.group(4)),
                Addresses.transport(matcher.group(2)));
    }
}
