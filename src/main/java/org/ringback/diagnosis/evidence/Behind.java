package org.ringback.diagnosis.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.LegLink;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.finding.Origin.Basis;

/**
 * What came back to a hop that refused an INVITE from those to whom it had sent it on: a proxy makes 500 of a 503
 * (RFC 3261, 16.7 step 6), a B2BUA whatever it likes.
 *
 * @param basis {@link Basis#ITSELF} if nothing came back of which it could have made its response
 * @param refusal what came back, unless it is its own response
 * @param call the call or leg of it
 */
record Behind(Basis basis, Optional<Message> refusal, Call call) {

    /** So long a B2BUA may take to pass on a refusal, in microseconds: some play an announcement first. */
    private static final long SHORTLY = 5_000_000;

    /** Two packets may be captured in the wrong order. */
    private static final long JITTER = 2_000;

    /** A hop tries no more targets. */
    private static final int MOST = 32;

    /** One target that was tried: when, and what came of it. */
    private record Tried(Message begun, Optional<Message> told) {

        boolean refused() {
            return told.filter(message ->
                            message.head().status() >= 300 && message.head().status() != 487 && !message.challenge())
                    .isPresent();
        }

        boolean answered() {
            return told.filter(Message::success).isPresent();
        }
    }

    /** Of a hop that was captured nearest to the source of a response; empty if nothing behind it was captured. */
    static Optional<Behind> of(Message first, Case examined) {
        boolean refusal = first.head().status() >= 300
                && !first.challenge()
                && first.head().status() != 487
                && first.head().method().equals("INVITE");
        if (!refusal) {
            return Optional.empty();
        }
        List<Tried> next = nextHops(first, examined);
        if (!next.isEmpty()) {
            return judge(next, first, Basis.NEXT_HOP, examined.call());
        }
        boolean setup = examined.setup().stream()
                .anyMatch(attempt ->
                        attempt.hops().stream().anyMatch(hop -> hop.messages().contains(first)));
        return setup ? otherLegs(first, examined) : Optional.empty();
    }

    private static List<Tried> nextHops(Message first, Case examined) {
        Optional<Attempt> attempt = examined.attempts("INVITE").stream()
                .filter(one -> one.hops().size() > 1
                        && one.hops().stream().anyMatch(hop -> hop.messages().contains(first)))
                .findFirst();
        if (attempt.isEmpty()) {
            return List.of();
        }
        String host = first.captured().source().host();
        return attempt.get().hops().stream()
                .filter(hop -> hop.client().host().equals(host)
                        && !hop.messages().contains(first)
                        && hop.request().isPresent())
                .limit(MOST)
                .map(hop -> new Tried(hop.first(), hop.finalResponse()))
                .toList();
    }

    private static Optional<Behind> otherLegs(Message first, Case examined) {
        List<LegLink> links = examined.legsBelow().stream()
                .filter(link -> link.confidence() != LegLink.Confidence.LOW
                        || link.reason() == LegLink.Reason.ALONE
                        || beginsAt(first, link.other()))
                .limit(MOST)
                .toList();
        List<Tried> tried = links.stream().map(link -> tried(link.other())).toList();
        Optional<Behind> found = judge(tried, first, Basis.OTHER_LEG, examined.call());
        return found.map(behind -> new Behind(
                behind.basis,
                behind.refusal,
                links.stream()
                        .map(LegLink::other)
                        .filter(leg -> behind.refusal
                                .filter(told -> told.head().callId().equals(leg.callId()))
                                .isPresent())
                        .findFirst()
                        .orElse(behind.call)));
    }

    private static boolean beginsAt(Message first, Call leg) {
        return leg.opening()
                .captured()
                .source()
                .host()
                .equals(first.captured().source().host());
    }

    private static Tried tried(Call leg) {
        return new Tried(leg.opening(), leg.lastFinalResponse());
    }

    private static Optional<Behind> judge(List<Tried> tried, Message first, Basis basis, Call call) {
        if (tried.isEmpty() || tried.stream().anyMatch(Tried::answered)) {
            return Optional.empty();
        }
        Stream<Tried> refused =
                tried.stream().filter(one -> one.refused() && before(one.told().orElseThrow(), first));
        Optional<Tried> last = refused.max(Comparator.comparing((Tried one) ->
                        one.told().orElseThrow().head().status() == first.head().status())
                .thenComparingLong(one -> one.told().orElseThrow().time()));
        boolean wentOn = last.filter(one -> tried.stream()
                        .anyMatch(later -> !later.refused()
                                && later.begun().time()
                                        > one.told().orElseThrow().time()))
                .isPresent();
        return last.isEmpty() || wentOn
                ? Optional.of(new Behind(Basis.ITSELF, Optional.empty(), call))
                : Optional.of(new Behind(basis, last.get().told(), call));
    }

    /** Two captures may have different clocks: then it is enough that both refuse. */
    private static boolean before(Message refusal, Message first) {
        long passed = first.time() - refusal.time();
        return first.time() == Captured.NO_TIME
                || refusal.time() == Captured.NO_TIME
                || first.captured().file() != refusal.captured().file()
                || (passed >= -JITTER && passed < SHORTLY);
    }
}
