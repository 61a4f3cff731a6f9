package org.ringback.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;

/**
 * Links legs in a log without times by its order: what a B2BUA does for a call stands between what it was asked and what it
 * answered. That alone links nothing; the called number, the place and how both ended must fit as well, and no other leg may.
 */
final class LegNesting {

    private static final double SCORE = 10;

    private LegNesting() {}

    /** The pair of a leg with the one of those before it to which it fits, if there is only one. */
    static Optional<LegPair> below(Collection<LegTraits> before, LegTraits leg) {
        List<LegPair> fitting = new ArrayList<>(1);
        for (LegTraits first : before) {
            pair(first, leg).ifPresent(fitting::add);
        }
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
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
