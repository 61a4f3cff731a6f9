package org.ringback.handbook;

/** What a response may carry in its body. */
public enum BodyKind implements Facet {
    /** A session description. */
    SDP,

    /** A list of choices. */
    CHOICES,

    /** A description of what to do instead. */
    ALTERNATIVES,

    /** A proper location (PIDF-LO). */
    LOCATION,

    /** What media the sender can do. */
    MEDIA_CAPABILITIES,

    /** The sender's certificate. */
    CERTIFICATE,

    /** SDP that says which precondition failed. */
    FAILED_PRECONDITION;

    @Override
    public String property() {
        return "body";
    }
}
