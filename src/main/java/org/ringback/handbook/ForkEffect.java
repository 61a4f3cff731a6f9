package org.ringback.handbook;

/** What a proxy that forked does with its other branches. RFC 3261 section 16.7. */
public enum ForkEffect implements Facet {
    /** It never passes the hop (100). */
    NOT_FORWARDED,

    /** Forwarded at once; the other branches go on. */
    RINGS_ON,

    /** Ends one fork; the others go on. */
    ENDS_ONE_FORK,

    /** Forwarded at once; the proxy cancels the others of an INVITE. */
    WINS,

    /** As WAITS, but the proxy may follow it instead. */
    RECURSES,

    /** Kept until the other branches have finished; then the best one is forwarded. */
    WAITS,

    /** As WAITS, and preferred among the 4xx. */
    PREFERRED,

    /** As WAITS, but a lone one is turned into 500. */
    BECOMES_500,

    /** The proxy tries another flow of the same phone. */
    OTHER_FLOW,

    /** The proxy cancels the other branches and starts none. */
    ENDS_ALL,

    /** No proxy ever sees it. */
    NOT_ON_WIRE;

    @Override
    public String property() {
        return "fork";
    }
}
