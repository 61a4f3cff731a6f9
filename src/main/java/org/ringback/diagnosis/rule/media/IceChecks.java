package org.ringback.diagnosis.rule.media;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Connecting;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Networks;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.Announced;
import org.ringback.flow.CallChecks;
import org.ringback.flow.Side;
import org.ringback.media.ConnectivityChecks;
import org.ringback.media.ConnectivityChecks.Refusal;

/**
 * ICE finds no way (RFC 8445): no check of a side is answered, or all are refused, and no media of the call are seen. One check
 * that succeeds, on whichever pair of candidates, is enough to be content.
 */
final class IceChecks implements Rule {

    private static final Kind ONE_SIDE = Kind.of(
            "ice-checks-unanswered", Weight.TROUBLE, 8445, "7.2", "asking", "asked", "checks", "span", "target");
    private static final Kind BOTH = Kind.of(
            "ice-checks-unanswered-both-ways", Weight.TROUBLE, 8445, "7.2", "caller", "callee", "checks", "span");
    private static final Kind PRIVATE =
            Kind.of("ice-candidates-private", Weight.TROUBLE, 8445, "5.1.1", "asking", "asked", "checks", "candidates");
    private static final Kind ROLES =
            Kind.of("ice-role-conflict", Weight.TROUBLE, 8445, "7.3.1.1", "asking", "asked", "times");
    private static final Kind REFUSED =
            Kind.of("ice-checks-refused", Weight.TROUBLE, 8489, "9.1.3", "asking", "asked", "code", "times");

    /** That media do not flow is better told by why. */
    static final String[] IDS = {ONE_SIDE.id(), BOTH.id(), PRIVATE.id(), ROLES.id(), REFUSED.id()};

    private static final int ROLE_CONFLICT = 487;

    /** One error is how roles are settled, and a second may have crossed it. */
    private static final int AGAIN = 3;

    private static final int ENOUGH = 5;
    private static final long LONG = 3_000_000;

    /** Checks that were refused may have been under way when their sender learned better. */
    private static final long INSISTED = 1_000_000;

    private static final int NAMED = 5;

    @Override
    public List<Kind> kinds() {
        return List.of(ONE_SIDE, BOTH, PRIVATE, ROLES, REFUSED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.MEDIA, Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.media().checks().isEmpty()) {
            return;
        }
        Connecting.of(examined)
                .filter(call -> call.silent() && agreed(call) && !relayed(call))
                .flatMap(IceChecks::look)
                .ifPresent(findings);
    }

    private static Optional<Finding> look(Connecting call) {
        List<CallChecks> toCaller = call.asking(Side.CALLER);
        List<CallChecks> toCallee = call.asking(Side.CALLEE);
        return refused(call, toCallee)
                .or(() -> refused(call, toCaller))
                .or(() -> both(call, toCaller, toCallee))
                .or(() -> oneSide(call, Side.CALLEE))
                .or(() -> oneSide(call, Side.CALLER));
    }

    /** Whether ICE is part of the last agreement, and not of one that was replaced. */
    private static boolean agreed(Connecting call) {
        return Stream.of(Side.values())
                .allMatch(side -> call.attribute(side, "ice-ufrag").isPresent());
    }

    private static boolean relayed(Connecting call) {
        return call.relayed()
                || call.media().handshakes().stream()
                        .anyMatch(each -> each.handshake().answered());
    }

    private static Optional<Finding> refused(Connecting call, List<CallChecks> checks) {
        if (Connecting.succeeded(call.media().checks()) || call.length() < LONG) {
            return Optional.empty();
        }
        return checks.stream()
                .map(CallChecks::checks)
                .filter(each -> each.refusal()
                        .filter(refusal ->
                                refusal.times() >= AGAIN && call.since(refusal.first(), each.last()) >= INSISTED)
                        .isPresent())
                .max(Comparator.comparingLong(each -> each.refusal().get().times()))
                .map(each -> refused(call, each, each.refusal().get()));
    }

    private static Finding refused(Connecting call, ConnectivityChecks checks, Refusal refusal) {
        boolean roles = refusal.code() == ROLE_CONFLICT;
        Finding.Builder finding = Finding.about(
                        roles ? ROLES : REFUSED, call.otherWays() ? Certainty.POSSIBLE : Certainty.CERTAIN)
                .proof(call.descriptions())
                .seen(List.of(Sightings.of(checks, checks.first(), false), Sightings.of(checks, refusal.first(), true)))
                .with("asking", Value.of(checks.source()))
                .with("asked", Value.of(checks.destination()))
                .with("times", Value.of(refusal.times()));
        return (roles ? finding : finding.with("code", Integer.toString(refusal.code()))).found();
    }

    /**
     * Whether checks were sent long enough, and none of them was answered in any way. Who has not been answered yet asks in vain as
     * long as the other side does not know its description.
     */
    private static boolean unanswered(Connecting call, List<CallChecks> checks) {
        return checks.stream()
                        .allMatch(each -> each.checks().successes() == 0
                                && each.checks().refusal().isEmpty())
                && count(checks) >= ENOUGH
                && checks.stream()
                        .map(CallChecks::checks)
                        .anyMatch(each -> call.since(each.first(), each.last()) >= LONG);
    }

    private static long count(List<CallChecks> checks) {
        return checks.stream().mapToLong(each -> each.checks().requests()).sum();
    }

    private static long span(List<CallChecks> checks) {
        long first = checks.stream()
                .mapToLong(each -> each.checks().first().time())
                .min()
                .orElse(0);
        long last = checks.stream()
                .mapToLong(each -> each.checks().last().time())
                .max()
                .orElse(0);
        return last - first;
    }

    private static Optional<Finding> both(Connecting call, List<CallChecks> toCaller, List<CallChecks> toCallee) {
        if (!unanswered(call, toCaller) || !unanswered(call, toCallee)) {
            return Optional.empty();
        }
        ConnectivityChecks there = busiest(toCallee);
        ConnectivityChecks back = busiest(toCaller);
        return Optional.of(Finding.about(BOTH, call.otherWays() ? Certainty.POSSIBLE : certainty(toCaller, toCallee))
                .proof(call.descriptions())
                .seen(List.of(
                        Sightings.of(there, there.first(), false),
                        Sightings.of(there, there.last(), false),
                        Sightings.of(back, back.first(), false),
                        Sightings.of(back, back.last(), false)))
                .with("caller", Value.of(there.source()))
                .with("callee", Value.of(back.source()))
                .with("checks", Value.of(count(toCaller) + count(toCallee)))
                .with("span", Elapsed.value(Math.min(span(toCaller), span(toCallee))))
                .found());
    }

    /** For certain only where checks pass both ways between the same two ports: an answer would have come the same way. */
    private static Certainty certainty(List<CallChecks> toCaller, List<CallChecks> toCallee) {
        boolean sameWay = toCaller.stream()
                .map(CallChecks::checks)
                .anyMatch(back -> toCallee.stream()
                        .map(CallChecks::checks)
                        .anyMatch(there -> there.source().equals(back.destination())
                                && there.destination().equals(back.source())
                                && there.file() == back.file()));
        return sameWay ? Certainty.CERTAIN : Certainty.LIKELY;
    }

    private static Optional<Finding> oneSide(Connecting call, Side asked) {
        List<CallChecks> checks = call.asking(asked);
        if (!unanswered(call, checks)) {
            return Optional.empty();
        }
        boolean watched =
                !call.asking(asked.other()).isEmpty() || call.media().watched().contains(asked.other());
        Certainty certainty = watched && !call.otherWays() ? Certainty.LIKELY : Certainty.POSSIBLE;
        ConnectivityChecks most = busiest(checks);
        List<String> inside = inside(call, asked);
        boolean unreachable = !inside.isEmpty() && call.asking(asked.other()).isEmpty();
        Finding.Builder finding = Finding.about(unreachable ? PRIVATE : ONE_SIDE, certainty)
                .proof(call.descriptions())
                .seen(List.of(Sightings.of(most, most.first(), false), Sightings.of(most, most.last(), false)))
                .with("asking", most.source().host())
                .with("checks", Value.of(count(checks)));
        return Optional.of(
                unreachable
                        ? finding.with("asked", described(call, asked))
                                .with("candidates", Value.of(inside))
                                .found()
                        : finding.with("asked", most.destination().host())
                                .with("span", Elapsed.value(span(checks)))
                                .with("target", Value.of(most.destination()))
                                .found());
    }

    private static ConnectivityChecks busiest(List<CallChecks> checks) {
        return checks.stream()
                .map(CallChecks::checks)
                .max(Comparator.comparingLong(ConnectivityChecks::requests))
                .orElseThrow();
    }

    /** Who sent the last description of a side. */
    private static Value described(Connecting call, Side side) {
        return Value.of(call.announced(side).getLast().message().captured().source());
    }

    /**
     * The hosts at which a side can be reached by its last description, if they are good inside some network only and the
     * description came over the public one; else none.
     */
    private static List<String> inside(Connecting call, Side side) {
        List<Announced> announced = call.announced(side);
        if (announced.isEmpty()) {
            return List.of();
        }
        var sent = announced.getLast().message().captured();
        boolean outside = Networks.outer(sent.destination().host())
                || Networks.outer(sent.source().host());
        List<String> hosts = announced.getLast().ports().stream()
                .map(Endpoint::host)
                .distinct()
                .toList();
        return outside && hosts.stream().allMatch(IceChecks::inner)
                ? hosts.stream().limit(NAMED).toList()
                : List.of();
    }

    /** Names by which browsers hide an address are good in one network only, too (RFC 8828). */
    private static boolean inner(String host) {
        return Networks.inner(host) || host.endsWith(".local");
    }
}
