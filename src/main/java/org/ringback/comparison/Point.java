package org.ringback.comparison;

import java.util.Locale;
import org.ringback.language.TextKey;

/** What a difference is about when it is not about a facet. */
public enum Point implements TextKey {
    MEANING,
    SEEN;

    @Override
    public String key() {
        return "point." + name().toLowerCase(Locale.ROOT);
    }
}
