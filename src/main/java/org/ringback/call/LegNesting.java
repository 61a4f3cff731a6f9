package org.ringback.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;

/**
 * Links legs in a log without times by its order: what a B2BUA does for a call stands between what it was asked and what it
 * answered. That alone links nothing; the called number, the place and how both ended must fit as well, and no other leg may.
 */
final class LegNesting {

    private static final double SCORE = 10;

    /** A number to which no more legs than these go nearby is that of one call. */
    private static final int SELDOM = 2;

    private LegNesting() {}

    /**
     * The pair of a leg with the one of those before it to which it fits, if there is only one.
     *
     * @param nearby legs in the order of their lines
     * @param place of the leg among them
     */
    static Optional<LegPair> below(List<LegTraits> nearby, int place) {
        LegTraits leg = nearby.get(place);
        List<LegPair> fitting = new ArrayList<>(1);
        for (LegTraits first : nearby.subList(0, place)) {
            pair(first, leg).ifPresent(fitting::add);
        }
        return fitting.size() == 1
                ? Optional.of(fitting.getFirst())
                        .filter(pair -> seldom(leg, nearby) || (sameCaller(pair) && atOnce(pair, nearby)))
                : Optional.empty();
    }

    /** Of a hotline many calls may stand around one another. */
    private static boolean seldom(LegTraits leg, List<LegTraits> nearby) {
        return nearby.stream()
                        .filter(other -> common(leg.callees(), other.callees()).isPresent())
                        .limit(SELDOM + 1L)
                        .count()
                <= SELDOM;
    }

    /** Or nobody on both sides. */
    private static boolean sameCaller(LegPair pair) {
        return pair.reason() == Reason.SAME_NUMBERS
                || (pair.first().callers().isEmpty() && pair.next().callers().isEmpty());
    }

    /** Asked on at once and told back at once: no other leg begins or is decided in between. */
    private static boolean atOnce(LegPair pair, List<LegTraits> nearby) {
        Call first = pair.first().call();
        Call next = pair.next().call();
        long asked = frame(first.opening());
        long passedOn = frame(next.opening());
        long told = frame(decision(next).orElseThrow());
        long toldOn = frame(decision(first).orElseThrow());
        return nearby.stream()
                .filter(leg -> leg.file() == pair.first().file() && leg.call() != first && leg.call() != next)
                .flatMap(leg -> Stream.concat(Stream.of(leg.call().opening()), decision(leg.call()).stream()))
                .mapToLong(LegNesting::frame)
                .noneMatch(frame -> (frame > asked && frame < passedOn) || (frame > told && frame < toldOn));
    }

    private static Optional<LegPair> pair(LegTraits first, LegTraits next) {
        if (first.file() != next.file()
                || !next.continues(first)
                || !LegFit.elsewhere(first, next)
                || !nested(first.call(), next.call())) {
            return Optional.empty();
        }
        Optional<String> callee = common(first.callees(), next.callees());
        Optional<String> caller = common(first.callers(), next.callers());
        boolean number =
                callee.filter(called -> called.length() >= CallNumber.TAIL).isPresent();
        if (callee.isEmpty() || (caller.isEmpty() && !number)) {
            return Optional.empty();
        }
        return Optional.of(new LegPair(
                first,
                next,
                caller.isPresent() ? Reason.SAME_NUMBERS : Reason.SAME_CALLEE,
                Confidence.MEDIUM,
                caller.map(who -> who + " > ").orElse("") + callee.get(),
                SCORE,
                1));
    }

    /** Begun after the other one and decided before it, with the same end. */
    private static boolean nested(Call first, Call next) {
        Optional<Message> outer = decision(first);
        Optional<Message> inner = decision(next);
        return outer.isPresent()
                && inner.isPresent()
                && frame(first.opening()) < frame(next.opening())
                && frame(inner.get()) < frame(outer.get())
                && inner.get().success() == outer.get().success();
    }

    private static Optional<Message> decision(Call call) {
        return call.messages().stream()
                .filter(message -> message.head().method().equals("INVITE")
                        && message.head().status() >= 200
                        && !message.challenge())
                .findFirst();
    }

    private static long frame(Message message) {
        return message.captured().frame();
    }

    private static Optional<String> common(Collection<String> some, Collection<String> others) {
        return some.stream()
                .flatMap(one -> others.stream()
                        .filter(other -> CallNumber.sameAfterDialPlan(one, other))
                        .map(other -> one.length() <= other.length() ? one : other))
                .findFirst();
    }
}
