package org.ringback.pseudonym;

import java.util.Set;
import org.ringback.pseudonym.DialedNumbers.Place;
import org.ringback.sip.EmergencyService;
import org.ringback.sip.Header;
import org.ringback.sip.SipMessage;

/** Where a message names a number that was dialed, and where one that is somebody's. */
final class NumberPlaces {

    /** These only repeat what the first message has said. */
    private static final Set<String> INSIDE = Set.of("ACK", "CANCEL", "BYE", "PRACK", "UPDATE", "INFO", "INVITE");

    private static final Set<String> REPEATING = Lists.of("""
        Via Route Record-Route P-Called-Party-ID History-Info Authorization Proxy-Authorization CSeq Max-Forwards
        Content-Length Expires Min-Expires Min-SE Session-Expires Warning Reason
        """);

    private final Place to;
    private final Place own;

    NumberPlaces(SipMessage message, boolean outside) {
        boolean inside = message.to().flatMap(address -> address.tag()).isPresent();
        boolean invite = message.request() && message.method().equals("INVITE") && !inside;
        boolean repeats = !message.request() || inside || (INSIDE.contains(message.method()) && !invite);
        own = repeats ? Place.REPEATED : Place.OWNED;
        to = invite && !outside ? (help(message) ? Place.DIALED_FOR_HELP : Place.DIALED) : own;
    }

    /** RFC 5031, RFC 3261 (20.26). */
    private static boolean help(SipMessage message) {
        return message.headers().stream()
                .anyMatch(header -> header.value().contains(EmergencyService.URN)
                        || (header.is("Priority") && header.value().strip().equalsIgnoreCase("emergency")));
    }

    Place ofRequestUri() {
        return to;
    }

    Place of(Header header) {
        if (header.is("To")) {
            return to;
        }
        if (header.is("From") || header.is("Contact")) {
            return own;
        }
        return REPEATING.contains(header.name()) ? Place.REPEATED : Place.OWNED;
    }
}
