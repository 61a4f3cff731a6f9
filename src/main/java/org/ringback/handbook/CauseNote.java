package org.ringback.handbook;

/** What to know beside the recommended Q.850 cause. RFC 3398 section 8.2.6.1. */
public enum CauseNote implements Facet {
    /** The gateway should first offer its credentials. */
    CREDENTIALS_FIRST,

    /** The gateway should first try to remedy the problem. */
    REMEDY_FIRST,

    /** The Warning header decides. */
    BY_WARNING,

    /** There is none. */
    NO_MAPPING,

    /** The default for all codes that RFC 3398 does not list. */
    DEFAULT,

    /** One option; normally the Contact is tried. */
    REDIRECTION;

    @Override
    public String property() {
        return "q850note";
    }
}
