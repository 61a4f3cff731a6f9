package org.ringback.window.share;

import org.ringback.answers.ShareFormat;
import org.ringback.language.NamedKey;

/** The words around sharing calls that do not stand in what is shared. */
enum CallShareText implements NamedKey {
    HELP,
    WORKING,
    SAVE_PCAP,
    SAVE_TEXT,
    PSEUDONYMS,
    NOTHING_CHOSEN,
    NOT_READ_YET,
    NOT_PREPARED,
    PRINT_HELP,
    PREVIEW,
    PREVIEW_LEAD,
    GIVING,
    REPLACED,
    STAYS,
    NOTHING_STAYS,
    MORE,
    FORMAT,
    FORMAT_HTML,
    FORMAT_MARKDOWN,
    FORMAT_TEXT,
    FORMAT_PCAP,
    BLUR,
    SAVE;

    /** The name of a format. */
    static CallShareText of(ShareFormat format) {
        return valueOf("FORMAT_" + format.name());
    }

    @Override
    public String group() {
        return "calls.share";
    }
}
