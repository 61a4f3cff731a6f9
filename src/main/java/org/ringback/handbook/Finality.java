package org.ringback.handbook;

/** Whether more responses follow. RFC 3261 section 7.2. */
public enum Finality implements Facet {
    /** The transaction goes on. */
    PROVISIONAL,

    /** The transaction is answered. */
    FINAL;

    @Override
    public String property() {
        return "finality";
    }
}
