package org.ringback.comparison;

import org.ringback.language.NamedKey;

/** The sentences of a comparison that belong to no facet. */
enum ComparisonText implements NamedKey {
    TITLE,
    SAME_TITLE,
    SAME_NOTE,
    EACH_SAYS,
    INTERIM_AND_FINAL;

    @Override
    public String group() {
        return "comparison";
    }
}
