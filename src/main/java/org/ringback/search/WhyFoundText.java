package org.ringback.search;

import org.ringback.language.Texts;

/** Says why a code was found: what kind of words, and the words, with their language if it is another. */
public final class WhyFoundText {

    private WhyFoundText() {}

    /** One line, for example {@code cause: The phone is switched off}, or {@code English: busy tone}. */
    public static String of(WhyFound why, Texts texts) {
        return why.language().equals(texts.language())
                ? texts.get(why.kind(), why.text())
                : texts.get(SearchText.OTHER_LANGUAGE, why.language().ownName(), why.text());
    }
}
