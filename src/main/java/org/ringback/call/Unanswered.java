package org.ringback.call;

import org.ringback.capture.wire.Captured;

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
        return Outcome.of(
                captureEnd - start >= Timers.TRANSACTION_TIMEOUT ? Ending.TIMED_OUT_LOCALLY : Ending.STILL_RUNNING);
    }
}
