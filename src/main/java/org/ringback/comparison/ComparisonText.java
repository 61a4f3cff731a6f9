package org.ringback.comparison;

import java.util.Locale;
import org.ringback.language.TextKey;

/** The sentences of a comparison that belong to no facet. */
enum ComparisonText implements TextKey {
    TITLE,
    SAME_TITLE,
    SAME_NOTE,
    PHRASE_EXPLAINED,
    SAME_CLASS,
    OTHER_CLASS;

    @Override
    public String key() {
        return "comparison." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
