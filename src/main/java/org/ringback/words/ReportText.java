package org.ringback.words;

import org.ringback.language.NamedKey;

/** Headings and patterns of what leaves the program; the window uses the same ones. */
public enum ReportText implements NamedKey {
    CONTRAST,
    TELL,
    DIFFERENCES,
    WHEN_TO_USE,
    DEFINITIONS,
    AGREEMENTS,
    LEARN_MORE,
    SEARCH_TITLE,
    NAMED,
    CLOSED,
    CAUSE,
    REFERENCE,
    REFERENCE_SECTION,
    SECTION,
    WHOLE_DOCUMENT;

    @Override
    public String group() {
        return "report";
    }
}
