package org.ringback.handbook;

/** What the caller may do with the same request after this code. */
public enum Retry implements Facet {
    /** Nothing: a final response will come. */
    KEEP_WAITING,

    /** Nothing: the request has done its work or was given up by the caller. */
    NOT_NEEDED,

    /** The client repeats by itself, changed as the response asks. */
    AUTOMATIC,

    /** Only after someone changed the request, a setting or the routing. */
    AFTER_CHANGE,

    /** Unchanged, after a while or after Retry-After. */
    LATER,

    /** At another server at once. */
    ELSEWHERE,

    /** Only the user can decide. */
    ASK_USER,

    /** The proxy that owns the flows does it, not the phone. */
    PROXY_ONLY,

    /** The same request would fail again. */
    NEVER;

    @Override
    public String property() {
        return "retry";
    }
}
