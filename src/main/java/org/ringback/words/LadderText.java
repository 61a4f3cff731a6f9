package org.ringback.words;

import org.ringback.language.NamedKey;

/** The words of a ladder. */
public enum LadderText implements NamedKey {
    NAME,
    UNKNOWN_HOST,
    LEG,
    OFFER,
    ANSWER,
    EARLY_ANSWER,
    DESCRIPTION,
    STREAM_OFF,
    REPEATED,
    REPEATED_WITHIN,
    RETRANSMISSION,
    ROW,
    ARROW,
    ARROW_TO_ITSELF,
    STREAM,
    ENDS,
    AFTER_START,
    LEFT_OUT,
    TIMER_B,
    TIMER_B_RAN_OUT,
    TIMER_F,
    TIMER_F_RAN_OUT,
    NO_ACK,
    NO_ACK_RAN_OUT,
    RETRY_AFTER,
    RETRY_TOO_EARLY,
    RETRY_IN_TIME,
    SESSION_REFRESHED,
    SESSION_ENDED,
    SESSION_EXPIRED,
    BACK_OFF,
    RINGING;

    @Override
    public String group() {
        return "ladder";
    }
}
