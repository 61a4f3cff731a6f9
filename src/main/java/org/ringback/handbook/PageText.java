package org.ringback.handbook;

import org.ringback.language.NamedKey;

/** The headings of a handbook page, the same wherever it is shown. */
public enum PageText implements NamedKey {
    DESCRIPTION,
    SEEN,
    FIX,
    FIX_SYMPTOM,
    CAUSES,
    USE,
    FACTS,
    OTHER_PHRASES,
    RELATED,
    REFERENCES,
    NOT_REGISTERED,
    IN_ENGLISH;

    /** How to fix it; for a code that is good news, what to do when it is a symptom all the same. */
    public static PageText fixHeading(ResponseCode code) {
        return code.goodNews() ? FIX_SYMPTOM : FIX;
    }

    /** The same heading above two codes. */
    public static PageText fixHeading(ResponseCode one, ResponseCode other) {
        return one.goodNews() && other.goodNews() ? FIX_SYMPTOM : FIX;
    }

    @Override
    public String group() {
        return "page";
    }
}
