package org.ringback.handbook;

import org.ringback.language.NamedKey;

/** The patterns by which facets are put together for a table. */
enum FacetText implements NamedKey {
    CLASS_VALUE,
    STANDING_EMITTERS,
    METHODS_ANY,
    METHODS_MAINLY,
    METHODS_FORMERLY,
    HEADER_METHODS,
    HEADER_CAUSE,
    HEADER_LACKING,
    TO_TAG,
    Q850_CAUSE,
    Q850_CAUSE_NOTED,
    Q850_ANY_OTHER;

    @Override
    public String group() {
        return "facet";
    }
}
