package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.Comparator;
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

    /** So many legs, or proxies that change a code, lie behind each other at most. */
    private static final int DEEPEST = 8;

    private Origins() {}

    /** Follows a response back to where it was first seen. */
    public static Origin of(Message response, Case examined) {
        return examined.origins().computeIfAbsent(response, told -> of(told, examined, DEEPEST));
    }

    private static Origin of(Message response, Case examined, int deepest) {
        List<Message> hops = nearestFirst(examined.onAllHops(response), examined);
        // What was only repeated over the same hop is as good as the first time.
        boolean repeated = hops.isEmpty()
                || hops.getFirst()
                        .captured()
                        .source()
                        .equals(response.captured().source());
        Message first = repeated ? response : hops.getFirst();
        Set<Endpoint> senders = new LinkedHashSet<>();
        hops.forEach(hop -> senders.add(hop.captured().source()));
        senders.remove(first.captured().source());
        List<Endpoint> relays = new ArrayList<>(senders);
        Optional<Behind> behind = deepest == 0 ? Optional.empty() : Behind.of(first, examined);
        Optional<Message> refusal = behind.flatMap(Behind::refusal);
        if (refusal.isPresent()) {
            return behind(behind.get(), refusal.get(), first, relays, examined, deepest)
                    .told(response);
        }
        String software = software(first, examined);
        Optional<Message> leg = onOtherLeg(first, examined);
        if (leg.isPresent()) {
            relays.addFirst(first.captured().source());
            return new Origin(
                    leg.get().captured().source(),
                    software(leg.get(), examined),
                    relays,
                    Origin.Basis.OTHER_LEG,
                    leg.get(),
                    response);
        }
        Origin.Basis basis = behind.map(Behind::basis).orElseGet(() -> basis(first, software, relays, examined));
        return new Origin(first.captured().source(), software, relays, basis, first, response);
    }

    /** Nobody but the hop itself knows what it made its response of, so what it was told is followed back in turn. */
    private static Origin behind(
            Behind behind, Message refusal, Message first, List<Endpoint> relays, Case examined, int deepest) {
        boolean elsewhere = behind.basis() == Origin.Basis.OTHER_LEG;
        Origin source =
                of(refusal, elsewhere ? new Case(behind.call(), examined.circumstances()) : examined, deepest - 1);
        Set<Endpoint> all = new LinkedHashSet<>(source.relayedBy());
        all.add(first.captured().source());
        all.addAll(relays);
        all.remove(source.firstSaidBy());
        return new Origin(
                source.firstSaidBy(),
                source.software(),
                List.copyOf(all),
                elsewhere ? Origin.Basis.OTHER_LEG : behind.basis(),
                source.answer(),
                first);
    }

    /** Each proxy on the way back takes off its Via (RFC 3261, 16.7 step 3): this needs no clock. */
    private static List<Message> nearestFirst(List<Message> hops, Case examined) {
        return hops.size() < 2
                ? hops
                : hops.stream()
                        .sorted(Comparator.comparingInt((Message hop) ->
                                        examined.read(hop).vias().size())
                                .reversed())
                        .toList();
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
