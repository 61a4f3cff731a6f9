package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.sip.Header;
import org.ringback.sip.Printable;

/**
 * Finds out who said a response first. A proxy changes nothing but the Via headers (RFC 3261, 16.7), so the same status with
 * the same To tag and CSeq on an earlier hop is the same response.
 */
public final class Origins {

    /** So long a B2BUA may take to pass on a refusal, in microseconds. */
    private static final long SHORTLY = 2_000_000;

    /** Software may name all its parts, but thousands of calls may go back to one message that never ends. */
    private static final int LONGEST_NAME = 300;

    private Origins() {}

    /** Follows a response back to where it was first seen. */
    public static Origin of(Message response, Case examined) {
        List<Message> hops = examined.onAllHops(response);
        Message first = hops.isEmpty() ? response : hops.getFirst();
        Set<Endpoint> senders = new LinkedHashSet<>();
        hops.forEach(hop -> senders.add(hop.captured().source()));
        senders.remove(first.captured().source());
        List<Endpoint> relays = new ArrayList<>(senders);
        String software = software(first, examined);
        Optional<Message> behind = onOtherLeg(first, examined);
        if (behind.isPresent()) {
            relays.addFirst(first.captured().source());
            return new Origin(
                    behind.get().captured().source(), software(behind.get(), examined), relays, Origin.Basis.OTHER_LEG);
        }
        return new Origin(first.captured().source(), software, relays, basis(first, software, relays, examined));
    }

    /** A B2BUA asks on another leg before it refuses: the same code, come to the same host, not long before. */
    private static Optional<Message> onOtherLeg(Message first, Case examined) {
        if (first.head().status() < 300 || first.time() == Captured.NO_TIME) {
            return Optional.empty();
        }
        String host = first.captured().source().host();
        return examined.otherLegs().toldBefore(first, host, SHORTLY);
    }

    private static Origin.Basis basis(Message first, String software, List<Endpoint> relays, Case examined) {
        if (!relays.isEmpty()) {
            return Origin.Basis.CAPTURED;
        }
        // A 100 is never passed on (16.7 step 2), so it tells the name of the hop itself.
        boolean other = !software.isEmpty()
                && examined
                        .responses(response -> response.head().status() == 100
                                && response.captured()
                                        .source()
                                        .equals(first.captured().source()))
                        .stream()
                        .map(trying -> software(trying, examined))
                        .anyMatch(name -> !name.isEmpty() && !name.equals(software));
        return other ? Origin.Basis.OTHER_SOFTWARE : Origin.Basis.LAST_HOP_CAPTURED;
    }

    private static String software(Message message, Case examined) {
        var full = examined.read(message);
        Optional<Header> named = full.header("Server").or(() -> full.header("User-Agent"));
        return named.map(header -> Printable.upTo(LONGEST_NAME, header.value())).orElse("");
    }
}
