package org.ringback.diagnosis.finding;

import java.util.Locale;
import org.ringback.language.TextKey;

/** How sure a finding is; the surest first. */
public enum Certainty implements TextKey {
    /** The messages say so; there is no other way to read them. */
    CERTAIN,
    /** Everything fits, and another cause would be unusual. */
    LIKELY,
    /** One of several causes that fit. */
    POSSIBLE;

    @Override
    public String key() {
        return "finding.certainty." + name().toLowerCase(Locale.ROOT);
    }
}
