package org.ringback.diagnosis.finding;

import org.ringback.language.NamedKey;

/** How sure a finding is; the surest first. */
public enum Certainty implements NamedKey {
    /** The messages say so; there is no other way to read them. */
    CERTAIN,
    /** Everything fits, and another cause would be unusual. */
    LIKELY,
    /** One of several causes that fit. */
    POSSIBLE;

    @Override
    public String group() {
        return "finding.certainty";
    }
}
