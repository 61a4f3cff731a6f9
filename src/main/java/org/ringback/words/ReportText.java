package org.ringback.words;

import java.util.Locale;
import org.ringback.language.TextKey;

/** Headings and patterns of what leaves the program; the window uses the same ones. */
public enum ReportText implements TextKey {
    CONTRAST,
    TELL,
    DIFFERENCES,
    WHEN_TO_USE,
    DEFINITIONS,
    AGREEMENTS,
    LEARN_MORE,
    SEARCH_TITLE,
    NAMED,
    CAUSE,
    REFERENCE,
    REFERENCE_SECTION,
    SECTION,
    WHOLE_DOCUMENT;

    @Override
    public String key() {
        return "report." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
