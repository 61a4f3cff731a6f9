package org.ringback.search;

import org.ringback.language.NamedKey;

/** What is said about hits. */
public enum SearchText implements NamedKey {
    /** {0} the own name of a language, {1} the words in it */
    OTHER_LANGUAGE,
    /** {0} what was looked for instead of what was typed */
    MEANT,
    /** {0} the phrase of a code explained, {1} why the code was found */
    REASON_BESIDE;

    @Override
    public String group() {
        return "search";
    }
}
