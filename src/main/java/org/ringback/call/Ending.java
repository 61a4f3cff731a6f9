package org.ringback.call;

/** How a call, a registration, a subscription or another request ended. */
public enum Ending {
    /** Answered; the caller sent the first BYE. */
    ANSWERED_ENDED_BY_CALLER,
    /** Answered; the callee sent the first BYE. */
    ANSWERED_ENDED_BY_CALLEE,
    /** Neither refused nor over when the capture ended: being set up, or answered, or a request still open. */
    STILL_RUNNING,
    /** The caller sent a CANCEL, or a BYE before the answer; also a 487, which says so (RFC 3261, 9.1, 15 and 21.4.25). */
    CANCELED,
    /** A final response from 300 on; a 401 or 407 only if no request with credentials followed. */
    REJECTED,
    /**
     * It rang and nobody answered: 408 or 480 after a 180 (RFC 3261, 21.4.9 and 21.4.18), unless a Q.850 cause says
     * something else, or with such a cause (18, 19) and no 180; or a CANCEL or 487 that came because nobody did: its Reason says Q.850 18 or 19 or SIP 408 or 480 (RFC 3326), the Expires of the INVITE was over
     * (13.2.1), or it had been in progress for three minutes, when a proxy's Timer C runs out (16.6 step 11). A CANCEL earlier than
     * that is {@link #CANCELED}: the caller hung up, whatever the reason.
     */
    NO_ANSWER,
    /** No response at all until Timer B or F ran out, 32 seconds (RFC 3261, 17.1.1.2 and 17.1.2.2). */
    TIMED_OUT_LOCALLY,
    /** The first message that was captured is not the one with which it begins. */
    BEGAN_BEFORE_CAPTURE,
    /** What was captured does not say; see {@link Unclear}. */
    CANNOT_BE_TOLD,
    /** A REGISTER with a Contact got a 2xx. */
    REGISTERED,
    /** A REGISTER that removes the Contact (Expires 0) got a 2xx (RFC 3261, 10.2.2). */
    UNREGISTERED,
    /** A SUBSCRIBE got a 2xx and the subscription was not ended. */
    SUBSCRIBED,
    /** Expires 0 in a SUBSCRIBE, or a NOTIFY with the state terminated (RFC 6665, 4.1.2.3 and 4.4.1). */
    UNSUBSCRIBED,
    /** Any other request that got a 2xx. */
    ACCEPTED,
    /** Any request but INVITE that got a final response from 300 on. */
    REFUSED
}
