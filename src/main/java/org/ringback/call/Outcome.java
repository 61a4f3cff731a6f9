package org.ringback.call;

import org.ringback.capture.wire.Endpoint;

/**
 * How something ended.
 *
 * @param code the final response that its sender was told in the end, or 0
 * @param firstSaidBy where that code came from first, on whichever hop; unknown without a code
 * @param unclear only with {@link Ending#CANNOT_BE_TOLD}
 */
public record Outcome(Ending ending, int code, Endpoint firstSaidBy, Unclear unclear) {

    static Outcome of(Ending ending) {
        return new Outcome(ending, 0, Endpoint.UNKNOWN, Unclear.NONE);
    }

    static Outcome of(Ending ending, int code, Attempt attempt) {
        return new Outcome(ending, code, attempt.firstSaidBy(code), Unclear.NONE);
    }

    static Outcome cannotBeTold(Unclear unclear) {
        return new Outcome(Ending.CANNOT_BE_TOLD, 0, Endpoint.UNKNOWN, unclear);
    }

    /** Whether someone did not get what they asked for. A caller who hangs up while it rings did. */
    public boolean failed() {
        return switch (ending) {
            case REJECTED, NO_ANSWER, TIMED_OUT_LOCALLY, REFUSED -> true;
            case CANNOT_BE_TOLD -> unclear == Unclear.NEVER_ACKNOWLEDGED;
            case ANSWERED_ENDED_BY_CALLER,
                    ANSWERED_ENDED_BY_CALLEE,
                    STILL_RUNNING,
                    CANCELED,
                    BEGAN_BEFORE_CAPTURE,
                    REGISTERED,
                    UNREGISTERED,
                    SUBSCRIBED,
                    UNSUBSCRIBED,
                    ACCEPTED -> false;
        };
    }
}
