package org.ringback.comparison;

import org.ringback.language.NamedKey;

/** What a difference is about when it is not about a facet. */
public enum Point implements NamedKey {
    MEANING,
    SEEN;

    @Override
    public String group() {
        return "point";
    }
}
