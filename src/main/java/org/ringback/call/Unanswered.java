package org.ringback.call;

import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;

/** What became of a request to which no response was captured. */
final class Unanswered {

    private Unanswered() {}

    static Outcome outcome(Attempt attempt, long captureEnd, int mostRepeats) {
        if (attempt.repeatedRequests() >= mostRepeats) {
            return Outcome.of(Ending.TIMED_OUT_LOCALLY);
        }
        long start = attempt.root().first().time();
        if (start == Captured.NO_TIME || captureEnd == Captured.NO_TIME) {
            return Outcome.cannotBeTold(Unclear.NO_RESPONSE_CAPTURED);
        }
        if (captureEnd - start < Timers.TRANSACTION_TIMEOUT) {
            return Outcome.of(Ending.STILL_RUNNING);
        }
        return heard(attempt)
                ? Outcome.cannotBeTold(Unclear.NO_RESPONSE_CAPTURED)
                : Outcome.of(Ending.TIMED_OUT_LOCALLY);
    }

    /** Over UDP who hears nothing repeats the request (RFC 3261, 17.1.1.2 and 17.1.2.2); who never does heard something. */
    private static boolean heard(Attempt attempt) {
        return attempt.repeatedRequests() == 0
                && attempt.root().first().captured().transport() == Transport.UDP;
    }
}
