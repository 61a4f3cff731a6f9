package org.ringback.call;

import org.ringback.capture.wire.Captured;

/**
 * Whether what happens to one leg happens to the other just then: what the callee says reaches the B2BUA on the second leg
 * and leaves it on the first one, and who hangs up ends both.
 */
final class LegTiming {

    /** What a B2BUA needs to pass a message on; twice as long is half as likely. Microseconds. */
    private static final double PASSING_ON = 20_000;

    /** What it needs to find out whom to call. */
    private static final double ROUTING = 40_000;

    /** Clocks and captures may order two packets wrongly by so much. */
    private static final long JITTER = 2_000;

    /** What comes later than that is no message that was passed on. */
    private static final long TOGETHER = 200_000;

    /** Nothing counts for more against a pair than that it is never together. */
    private static final double WORST = -6;

    private static final double HAPPENS_TOGETHER = 4;

    private double score;
    private int alike;

    private LegTiming() {}

    /** Of two legs with times. */
    static LegTiming of(LegTraits first, LegTraits next) {
        var timing = new LegTiming();
        timing.score += Math.max(WORST, closeness(Math.max(0, next.start() - first.start()), ROUTING));
        timing.compare(first.told(), next.heard());
        return timing;
    }

    private void compare(LegTimes first, LegTimes next) {
        if (both(first.ringing(), next.ringing())) {
            // A B2BUA may ring on its own account.
            score += first.ringing() - next.ringing() < -JITTER ? -1 : together(first.ringing() - next.ringing());
        }
        if (first.answered() && next.answered()) {
            passedOn(first.answer() - next.answer(), -3);
        } else if (next.answered()) {
            score += first.refused() || first.canceled() ? WORST : -2;
        } else if (first.answered() && (next.refused() || next.canceled())) {
            // Another phone was quicker, or nobody was there and somebody else was tried.
            boolean overtaken =
                    both(next.cancel(), first.answer()) && Math.abs(next.cancel() - first.answer()) < TOGETHER;
            score += overtaken ? together(next.cancel() - first.answer()) : -3;
        } else {
            refusals(first, next);
        }
        if (both(first.bye(), next.bye())) {
            score += together(Math.abs(first.bye() - next.bye()));
        }
    }

    private void refusals(LegTimes first, LegTimes next) {
        if (next.canceled()) {
            if (first.canceled()) {
                passedOn(next.cancel() - first.cancel(), WORST);
            } else if (first.refused()) {
                // Somebody else was tried, too.
                score += Math.max(-3, together(Math.abs(first.refusal() - next.cancel())));
            }
        } else if (both(first.refusal(), next.refusal()) && !first.canceled()) {
            passedOn(first.refusal() - next.refusal(), WORST);
        }
    }

    private void passedOn(long after, double otherwise) {
        score += after < -JITTER ? otherwise : together(after);
    }

    private double together(long after) {
        if (Math.abs(after) < TOGETHER) {
            alike++;
        }
        return Math.max(WORST, HAPPENS_TOGETHER + closeness(Math.abs(after), PASSING_ON));
    }

    private static double closeness(long apart, double usual) {
        return -Math.log1p(apart / usual) / Math.log(2);
    }

    private static boolean both(long one, long other) {
        return one != Captured.NO_TIME && other != Captured.NO_TIME;
    }

    double score() {
        return score;
    }

    /** How many things happened to both together. */
    int alike() {
        return alike;
    }
}
