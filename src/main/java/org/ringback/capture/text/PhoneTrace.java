package org.ringback.capture.text;

import java.util.regex.Matcher;

/**
 * The SIP trace of phones: {@code Sent to udp:a:p at 19/10/2005 12:26:20:770 (425 bytes):} of Snom, and
 * {@code Recv from udp: a:p 00:00:01:066 (937 bytes)} of Thomson, whose clock counts from when the phone was switched on.
 */
final class PhoneTrace extends PeerLine {

    PhoneTrace() {
        super(
                "\\b(?:Sent to|Send to|(?<in>Received from|Recv from)) (?<transport>udp|tcp|tls): ?"
                        + "(?<peer>\\S{3,80}:\\d{1,5})(?: at)? (?<rest>.{0,80})",
                " udp:",
                " tcp:",
                " tls:");
    }

    @Override
    long time(Matcher found, String line, String previous, LogClock clock) {
        return clock.after(line, found.start("rest"));
    }
}
