package org.ringback.words;

import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Outcome;
import org.ringback.language.NamedKey;

/** How a call ended, in words that fit a column. */
public enum EndingText implements NamedKey {
    ANSWERED_ENDED_BY_CALLER,
    ANSWERED_ENDED_BY_CALLEE,
    STILL_RUNNING,
    NOT_ANSWERED_YET,
    NO_RESPONSE_YET,
    CANCELED,
    REJECTED,
    NO_ANSWER,
    TIMED_OUT_LOCALLY,
    BEGAN_BEFORE_CAPTURE,
    NEVER_ACKNOWLEDGED,
    FINAL_RESPONSE_NOT_CAPTURED,
    NO_RESPONSE_CAPTURED,
    REGISTERED,
    UNREGISTERED,
    SUBSCRIBED,
    UNSUBSCRIBED,
    ACCEPTED,
    REFUSED;

    public static EndingText of(Call call) {
        Outcome outcome = call.outcome();
        return switch (outcome.ending()) {
            case ANSWERED_ENDED_BY_CALLER -> ANSWERED_ENDED_BY_CALLER;
            case ANSWERED_ENDED_BY_CALLEE -> ANSWERED_ENDED_BY_CALLEE;
            case STILL_RUNNING -> open(call);
            case CANCELED -> CANCELED;
            case REJECTED -> REJECTED;
            case NO_ANSWER -> NO_ANSWER;
            case TIMED_OUT_LOCALLY -> TIMED_OUT_LOCALLY;
            case BEGAN_BEFORE_CAPTURE -> BEGAN_BEFORE_CAPTURE;
            case CANNOT_BE_TOLD -> unclear(outcome);
            case REGISTERED -> REGISTERED;
            case UNREGISTERED -> UNREGISTERED;
            case SUBSCRIBED -> SUBSCRIBED;
            case UNSUBSCRIBED -> UNSUBSCRIBED;
            case ACCEPTED -> ACCEPTED;
            case REFUSED -> REFUSED;
        };
    }

    private static EndingText open(Call call) {
        if (call.outcome().code() != 0) {
            return STILL_RUNNING;
        }
        return call.kind() == CallKind.CALL ? NOT_ANSWERED_YET : NO_RESPONSE_YET;
    }

    private static EndingText unclear(Outcome outcome) {
        return switch (outcome.unclear()) {
            case NEVER_ACKNOWLEDGED -> NEVER_ACKNOWLEDGED;
            case NO_RESPONSE_CAPTURED -> NO_RESPONSE_CAPTURED;
            case FINAL_RESPONSE_NOT_CAPTURED, NONE -> FINAL_RESPONSE_NOT_CAPTURED;
        };
    }

    @Override
    public String group() {
        return "ending";
    }
}
