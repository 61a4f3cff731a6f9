package org.ringback.handbook;

/** Whether a program may print the code although no packet carried it. RFC 3261 section 8.1.3.1. */
public enum LocalOrigin implements Facet {
    /** A packet carried it. */
    NONE,

    /** Also made up when Timer B or F runs out. */
    TIMEOUT,

    /** Also made up when sending failed. */
    TRANSPORT_ERROR,

    /** Never anything else. */
    ALWAYS;

    @Override
    public String property() {
        return "local";
    }
}
