package org.ringback.call;

/** Why the end of a call cannot be told. */
public enum Unclear {
    NONE,
    /** A 2xx was sent again and again, and no ACK was captured (RFC 3261, 13.3.1.4). */
    NEVER_ACKNOWLEDGED,
    /** There was a final response, for an ACK came or the capture goes on long after, but it was not captured. */
    FINAL_RESPONSE_NOT_CAPTURED,
    /**
     * No response was captured, and without times there is no telling whether one was still due; or there was one, for over
     * UDP the request was never repeated (RFC 3261, 17.1.1.2 and 17.1.2.2).
     */
    NO_RESPONSE_CAPTURED
}
