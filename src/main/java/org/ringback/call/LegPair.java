package org.ringback.call;

import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;

/**
 * Two legs that may belong together.
 *
 * @param first the one nearer to the caller
 * @param score how well they fit: among several for one leg, the highest is the most likely
 * @param alike how many of the things that happened to both happened together, their beginning aside
 */
record LegPair(
        LegTraits first,
        LegTraits next,
        Reason reason,
        Confidence confidence,
        String evidence,
        double score,
        int alike) {

    /** Whether the lower leg begins where the upper one arrives, or the legs say themselves that they belong together. */
    boolean continued() {
        return confidence == Confidence.HIGH || next.continues(first);
    }

    /** Nothing speaks for it by itself. */
    boolean onlyBesideOthers() {
        return reason == Reason.SAME_TIMES && alike == 0;
    }

    /** Begun late for the same caller, who hears nothing of it: one of several phones that are tried in turn, if any. */
    boolean onlyAfterOthers() {
        return (reason == Reason.SAME_CALLER || reason == Reason.SAME_GROUP || reason == Reason.SAME_TIMES)
                && alike == 0
                && next.start() - first.start() > LegFit.SHORT_TIME
                && !next.heard().answered();
    }

    LegLink link(Confidence sure) {
        return new LegLink(first.call(), next.call(), reason, sure, evidence);
    }

    /** The same as one of several below the same leg. */
    LegPair less(double penalty) {
        return new LegPair(first, next, reason, confidence, evidence, score - penalty, alike);
    }
}
