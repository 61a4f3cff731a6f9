package org.ringback.diagnosis.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.LegLink;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** The legs that brought another one about: what their callers were told shows whether a call failed. */
public final class LegsAbove {

    private LegsAbove() {}

    /** Whether the call that brought a leg about was captured, and its caller gave up or was refused: then nobody took it. */
    public static boolean unanswered(Case examined) {
        List<Call> above = surely(examined);
        return above.stream().anyMatch(LegsAbove::refused)
                && above.stream().allMatch(leg -> leg.answer().isEmpty());
    }

    /** What brought a leg about, by the surest links only: beside one that is likely, one that may be chance tells nothing. */
    static List<Call> surely(Case examined) {
        Call own = examined.call();
        List<LegLink> links = links(examined).stream()
                .filter(link -> bringsAbout(link.otherThan(own), own))
                .toList();
        Optional<LegLink.Confidence> best =
                links.stream().map(LegLink::confidence).min(Comparator.naturalOrder());
        return links.stream()
                .filter(link -> best.filter(link.confidence()::equals).isPresent())
                .map(link -> link.otherThan(own))
                .toList();
    }

    private static boolean refused(Call leg) {
        return leg.lastFinalResponse()
                .filter(told -> told.head().status() >= 300)
                .isPresent();
    }

    /** All legs of the call but those that nothing but the times makes likely. */
    static List<Call> linked(Case examined) {
        return links(examined).stream()
                .map(link -> link.otherThan(examined.call()))
                .toList();
    }

    private static List<LegLink> links(Case examined) {
        return examined.circumstances().legsOf(examined.call()).stream()
                .filter(link ->
                        link.confidence() != LegLink.Confidence.LOW || link.reason() != LegLink.Reason.SAME_TIMES)
                .toList();
    }

    static boolean bringsAbout(Call leg, Call own) {
        return leg.start() != Captured.NO_TIME
                && leg.start() <= own.start() + LegsBeside.JITTER
                && arrivesWhereBegins(leg, own);
    }

    /** Whether a leg goes to the system that made another one. */
    private static boolean arrivesWhereBegins(Call leg, Call next) {
        return samePlace(
                leg.opening().captured().destination(),
                next.opening().captured().source());
    }

    /** The system that wrote a log without its address is not the others of which it tells no address. */
    static boolean samePlace(Endpoint one, Endpoint other) {
        return one.host().isEmpty() ? one.equals(other) : one.host().equals(other.host());
    }
}
