package org.ringback.handbook;

/** How firmly a header field belongs in the response. */
public enum HeaderStrength implements Facet {
    /** It has to be there. */
    MUST,

    /** It is there unless there is a good reason. */
    SHOULD,

    /** It can be there. */
    MAY;

    @Override
    public String property() {
        return "strength";
    }
}
