package org.ringback.handbook;

import java.util.Locale;
import org.ringback.language.TextKey;

/** The patterns by which facets are put together for a table. */
enum FacetText implements TextKey {
    CLASS_VALUE,
    STANDING_EMITTERS,
    METHODS_ANY,
    METHODS_MAINLY,
    HEADER_METHODS,
    Q850_CAUSE,
    Q850_ANY_OTHER;

    @Override
    public String key() {
        return "facet." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
