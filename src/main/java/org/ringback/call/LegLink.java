package org.ringback.call;

/**
 * That two calls are probably legs of one, on either side of a B2BUA.
 *
 * @param evidence the value that both have, as it stands in the messages
 */
public record LegLink(Call one, Call other, Reason reason, Confidence confidence, String evidence) {

    /** What two legs have in common. */
    public enum Reason {
        /** The Session-ID, made for this purpose (RFC 7989, and RFC 7329 before it). */
        SESSION_ID,
        /** One leg names the Call-ID of the other in a header such as X-Call-ID or X-CID. */
        CALL_ID_HEADER,
        /** The same address and port for media, within a short time. */
        SAME_MEDIA,
        /** The same caller and the same callee, within a short time. */
        SAME_NUMBERS,
        /** The same caller, and one leg begins where the other one arrives, within a short time: a dial plan changed the callee. */
        SAME_CALLER
    }

    /** How much to believe. */
    public enum Confidence {
        /** The legs say so themselves. */
        HIGH,
        /** It fits, and one leg begins where the other one arrives. */
        MEDIUM,
        /** It fits, but it may be chance. */
        LOW
    }

    /** The leg that is not this one. */
    public Call otherThan(Call leg) {
        return leg == one ? other : one;
    }
}
