package org.ringback.call;

/**
 * That two calls are probably legs of one, on either side of a B2BUA.
 *
 * @param one the leg nearer to the caller, as far as can be told
 * @param evidence the value that both have, as it stands in the messages; empty if there is none
 */
public record LegLink(Call one, Call other, Reason reason, Confidence confidence, String evidence) {

    /** What two legs have in common. */
    public enum Reason {
        /** The Session-ID, made for this purpose (RFC 7989, and RFC 7329 before it). */
        SESSION_ID,
        /** One leg names the Call-ID of the other in a header such as X-Call-ID or X-CID. */
        CALL_ID_HEADER,
        /** The Call-ID of one is that of the other with something before it, behind it, or with another host. */
        CALL_ID_DERIVED,
        /** An identifier that was made for one call, such as Cisco-Guid or the icid-value of P-Charging-Vector. */
        SHARED_ID,
        /** The same address and port for media, within a short time. */
        SAME_MEDIA,
        /** The same session description, passed on as it came: its o= line, or keys that are in it. */
        SAME_DESCRIPTION,
        /** The same caller and the same callee, within a short time. */
        SAME_NUMBERS,
        /** The same caller, and one leg begins where the other one arrives, within a short time: a dial plan changed the callee. */
        SAME_CALLER,
        /** The same callee, but for a prefix, while the caller is hidden or shown as another one. */
        SAME_CALLEE,
        /** The group that was called is the caller on the other leg, which begins where this one arrives: it rings a member. */
        SAME_GROUP,
        /** Nothing but that both begin and end together at a time when nothing else is captured: an SBC has another address there. */
        ALONE,
        /** Nothing but that one leg begins where the other one arrives, and what happens to one happens to the other just then. */
        SAME_TIMES
    }

    /** How much to believe. */
    public enum Confidence {
        /** The legs say so themselves. */
        HIGH,
        /** It fits, and one leg begins where the other one arrives, or what happens to one happens to the other. */
        MEDIUM,
        /** It fits, but it may be chance. */
        LOW
    }

    /** The leg that is not this one. */
    public Call otherThan(Call leg) {
        return leg == one ? other : one;
    }
}
