package org.ringback.call;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;
import org.ringback.capture.wire.Endpoint;

/** Judges whether a leg may belong below another one that began before it, and by what. */
final class LegFit {

    /** A B2BUA makes its second leg at once, or after a look-up; later equal numbers are another call. Microseconds. */
    static final long SHORT_TIME = 5_000_000;

    /** Whoever tries one phone after the other gives the caller no longer than that. Microseconds. */
    private static final long HUNTING = 180_000_000;

    private static final double SAYS_SO = 24;
    private static final double SAME_MEDIA = 6;
    private static final double SAME_PERSON = 4;
    private static final double CONTINUES = 2;
    private static final double OTHER_CALLER = -3;
    private static final double HIDDEN_CALLER = -1;

    /** What contradicts more than it fits is no pair. */
    private static final double ENOUGH = 0;

    /** But a phone that rings beside others need do nothing that its caller hears of. */
    private static final double BESIDE_OTHERS = -4;

    /** Nor one that is tried after others: it begins late, and is busy or given up long before the caller is told anything. */
    static final double AFTER_OTHERS = -7;

    /** A B2BUA that asks nobody sends its INVITE on within this time. Microseconds. */
    private static final long AT_ONCE = 200_000;

    /** Whoever connects a caller gives up the other phones within this time. Microseconds. */
    private static final long CONNECTING = 1_000_000;

    /** Where nothing else speaks for a pair, so many things must happen to both together. */
    private static final int OFTEN_TOGETHER = 2;

    private final LegTraits first;
    private final LegTraits next;
    private final Predicate<String> ofOneCall;
    private final boolean crowded;
    private final boolean continued;
    private final boolean atOnce;
    private final LegTiming timing;
    private final Optional<String> caller;
    private final Optional<String> callee;
    private final boolean hidden;
    /** A hunting group that rings its members may show itself as who calls. */
    private final Optional<String> group;

    private LegFit(LegTraits first, LegTraits next, Predicate<String> ofOneCall, boolean crowded) {
        this.first = first;
        this.next = next;
        this.ofOneCall = ofOneCall;
        this.crowded = crowded;
        continued = next.continues(first);
        timing = LegTiming.of(first, next);
        atOnce = next.start() - first.start() <= AT_ONCE;
        caller = common(first.callers(), next.callers());
        callee = common(first.callees(), next.callees())
                .or(() -> continued && atOnce
                        ? common(first.callees(), next.callees(), CallNumber::wholeEnd)
                        : Optional.empty());
        hidden = first.callers().isEmpty() || next.callers().isEmpty();
        group = continued && caller.isEmpty() && !connectedPast(first, next)
                ? equal(first.callees(), next.callers())
                : Optional.empty();
    }

    /**
     * Of two legs with times.
     *
     * @param crowded whether so many begin there that times tell nothing
     */
    static Optional<LegPair> of(LegTraits first, LegTraits next, Predicate<String> ofOneCall, boolean crowded) {
        boolean soon = next.start() - first.start() <= SHORT_TIME;
        return mayFollow(first, next)
                ? new LegFit(first, next, ofOneCall, crowded)
                        .pair()
                        .filter(pair -> soon || pair.alike() > 0 || pair.onlyAfterOthers())
                        .filter(pair -> pair.score()
                                >= (pair.onlyAfterOthers() || pair.reason() == Reason.SAME_GROUP
                                        ? AFTER_OTHERS
                                        : pair.onlyBesideOthers() ? BESIDE_OTHERS : ENOUGH))
                : Optional.empty();
    }

    /** Of two legs with times that are the only ones for a while, and have nothing in common but what happens to them. */
    static Optional<LegPair> alone(LegTraits first, LegTraits next) {
        if (!mayFollow(first, next) || next.continues(first)) {
            return Optional.empty();
        }
        var fit = new LegFit(first, next, _ -> false, false);
        return fit.atOnce && fit.timing.alike() > 0 && fit.timing.score() > 0
                ? Optional.of(new LegPair(
                        first,
                        next,
                        Reason.ALONE,
                        Confidence.LOW,
                        next.client().host(),
                        fit.timing.score(),
                        fit.timing.alike()))
                : Optional.empty();
    }

    /** Of two legs that say themselves that they belong together. */
    static LegPair said(LegTraits first, LegTraits next, Reason reason, String evidence) {
        double fit = next.continues(first) ? CONTINUES : 0;
        LegTiming timing = first.timed() && next.timed() ? LegTiming.of(first, next) : null;
        return new LegPair(
                first,
                next,
                reason,
                Confidence.HIGH,
                evidence,
                SAYS_SO + fit + (timing == null ? 0 : timing.score()),
                timing == null ? 0 : timing.alike());
    }

    /** Begins soon after the other one and elsewhere, while that one goes on, or later where that one still waits. */
    private static boolean mayFollow(LegTraits first, LegTraits next) {
        long passed = next.start() - first.start();
        boolean over = first.told().refused() && first.told().refusal() < next.start();
        boolean taken = first.told().answered() && first.told().answer() < next.start();
        boolean soon = passed <= SHORT_TIME || (passed <= HUNTING && !taken && next.continues(first));
        return soon && next.start() <= first.end() && !over && elsewhere(first, next);
    }

    /** Not the same caller at the same server once more, whatever port it sends from this time. */
    static boolean elsewhere(LegTraits first, LegTraits next) {
        if (first.client().host().isEmpty() && next.client().host().isEmpty()) {
            return throughLogWriter(first, next);
        }
        boolean sameClient = first.client().host().equals(next.client().host());
        boolean sameServer = first.server().host().equals(next.server().host());
        if (sameServer && !first.server().host().isEmpty()) {
            // All on one machine: only the ports tell its programs apart.
            return sameClient
                    && first.server().host().equals(first.client().host())
                    && !first.client().equals(next.client())
                    && !first.server().equals(next.server());
        }
        return !sameClient || first.client().host().isEmpty();
    }

    /** Received and passed on by the system whose log it is: that the log names no addresses does not hide this. */
    static boolean throughLogWriter(LegTraits first, LegTraits next) {
        return first.file() == next.file()
                && first.server().equals(Endpoint.LOG_WRITER)
                && next.client().equals(Endpoint.LOG_WRITER);
    }

    /**
     * Whether the caller was connected while the other leg still went on, and that leg had no part in it: whoever was called
     * picked up on a phone that dials somebody else at the same time, and no group rang a member.
     */
    private static boolean connectedPast(LegTraits first, LegTraits next) {
        if (!first.told().answered() || next.told().answered()) {
            return false;
        }
        long connected = first.told().answer();
        LegTimes other = next.told();
        long given = other.canceled() ? other.cancel() : other.refused() ? other.refusal() : Long.MAX_VALUE;
        return next.start() < connected && given > connected + CONNECTING;
    }

    private static Optional<String> common(Collection<String> some, Set<String> others) {
        return common(some, others, CallNumber::sameAfterDialPlan);
    }

    private static Optional<String> common(
            Collection<String> some, Set<String> others, BiPredicate<String, String> same) {
        for (String one : some) {
            for (String other : others) {
                if (same.test(one, other)) {
                    return Optional.of(one.length() <= other.length() ? one : other);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> equal(Collection<String> some, Collection<String> others) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        for (String one : some) {
            if (others.contains(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private Optional<LegPair> pair() {
        Optional<String> mark =
                equal(first.marks().shared().keySet(), next.marks().shared().keySet());
        if (mark.isPresent()) {
            boolean sure = ofOneCall.test(mark.get());
            return Optional.of(pair(
                    first.marks().shared().get(mark.get()),
                    sure ? Confidence.HIGH : byTimes(Confidence.MEDIUM),
                    mark.get(),
                    sure ? SAYS_SO : SAME_MEDIA));
        }
        Optional<String> media = equal(first.media(), next.media());
        if (media.isPresent()) {
            Reason reason = media.get().indexOf('=') < 0 ? Reason.SAME_MEDIA : Reason.SAME_DESCRIPTION;
            return Optional.of(pair(reason, byPlace(), media.get(), SAME_MEDIA));
        }
        return byPeople();
    }

    private Optional<LegPair> byPeople() {
        // An SBC has another address on each side: there a number, the beginning and the end must all fit.
        boolean apart = !continued && atOnce && timing.alike() > 0;
        if (caller.isPresent() && callee.isPresent()) {
            Confidence confidence = apart && (number(caller) || number(callee)) ? Confidence.MEDIUM : byPlace();
            return Optional.of(pair(Reason.SAME_NUMBERS, confidence, caller.get() + " > " + callee.get(), 0));
        }
        boolean often = timing.alike() >= OFTEN_TOGETHER;
        if (caller.isPresent()) {
            return continued || (apart && number(caller))
                    ? Optional.of(pair(
                            Reason.SAME_CALLER, apart ? Confidence.MEDIUM : byTimes(Confidence.LOW), caller.get(), 0))
                    : Optional.empty();
        }
        boolean together = number(callee) && (apart || (continued && timing.alike() > 0));
        if (callee.isPresent()
                && (continued
                        ? hidden || timing.alike() > 0 || number(callee)
                        : number(callee) && timing.alike() > 0)) {
            return Optional.of(
                    pair(Reason.SAME_CALLEE, together ? Confidence.MEDIUM : byTimes(Confidence.LOW), callee.get(), 0));
        }
        if (group.isPresent()) {
            return Optional.of(pair(Reason.SAME_GROUP, byTimes(Confidence.LOW), group.get(), 0));
        }
        // A B2BUA may change both numbers; but it asks at once, and says at once what it was told.
        boolean passedOn = atOnce && timing.alike() > 0;
        return continued && !crowded && (hidden || often || passedOn)
                ? Optional.of(
                        pair(Reason.SAME_TIMES, Confidence.LOW, next.client().host(), 0))
                : Optional.empty();
    }

    private static boolean number(Optional<String> who) {
        return who.filter(number -> number.length() >= CallNumber.TAIL).isPresent();
    }

    private Confidence byPlace() {
        return continued ? Confidence.MEDIUM : byTimes(Confidence.LOW);
    }

    private Confidence byTimes(Confidence otherwise) {
        return timing.alike() >= OFTEN_TOGETHER ? Confidence.MEDIUM : otherwise;
    }

    private LegPair pair(Reason reason, Confidence confidence, String evidence, double common) {
        double score = common + timing.score() + (continued ? CONTINUES : 0) + (callee.isPresent() ? SAME_PERSON : 0);
        score += caller.isPresent() || group.isPresent() ? SAME_PERSON : hidden ? HIDDEN_CALLER : OTHER_CALLER;
        return new LegPair(first, next, reason, confidence, evidence, score, timing.alike());
    }
}
