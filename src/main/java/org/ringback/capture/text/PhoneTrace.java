package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SIP trace of phones: {@code Sent to udp:a:p at 19/10/2005 12:26:20:770 (425 bytes):} of Snom, and
 * {@code Recv from udp: a:p 00:00:01:066 (937 bytes)} of Thomson, whose clock counts from when the phone was switched on.
 */
final class PhoneTrace implements LogShape {

    private static final Pattern LINE = Pattern.compile(
            "\\b(Sent to|Send to|Received from|Recv from) (udp|tcp|tls): ?(\\S{3,80}:\\d{1,5})(?: at)? (.{0,80})");

    @Override
    public List<String> words() {
        return List.of(" udp:", " tcp:", " tls:");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                clock.after(line, matcher.start(4)),
                matcher.group(1).startsWith("Rec"),
                Addresses.endpoint(matcher.group(3)),
                Addresses.transport(matcher.group(2)));
    }
}
