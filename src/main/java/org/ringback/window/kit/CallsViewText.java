package org.ringback.window.kit;

import org.ringback.language.NamedKey;

/** The words of the section of calls that belong to no record. */
public enum CallsViewText implements NamedKey {
    DROP_TITLE,
    DROP_HINT,
    OPEN,
    OPEN_TITLE,
    CAPTURES_AND_LOGS,
    ALL_FILES,
    PASTE,
    SAMPLE,
    RECENT,
    NO_TEXT,
    PASTED,
    SAMPLE_NAME,
    AND_MORE,
    CLOSE,
    READING,
    CANCEL,
    STOPPED,
    SHOWN,
    MESSAGES_READ,
    UNUSABLE,
    NO_CALLS,
    LIST,
    PROBLEMS,
    PROBLEMS_HELP,
    WORDS_PROMPT,
    WORDS_HELP,
    ENDING_FILTER,
    CODE_FILTER,
    CHOSEN,
    RESET,
    SHOW_STRUCK,
    START,
    SETUP,
    FINDINGS,
    NOTHING_FITS,
    NOTHING_FAILED,
    NOTHING_FITS_WORDS,
    NOTHING_FITS_FILTERS,
    NO_KIND,
    NOT_LOOKED_AT,
    FOUND_NOTHING,
    FOUND,
    OPEN_CODE,
    COMPARE_CODES,
    COPY_ROWS,
    UNLINK,
    LINK_AGAIN,
    LEG_OF,
    OTHER_LEGS,
    SETUP_TIME,
    RING_TIME,
    TALK_TIME,
    STILL_READING,
    EVIDENCE_HELP,
    CALL_PAGE,
    SIDE_FINDINGS,
    SIDE_MESSAGE;

    @Override
    public String group() {
        return "calls.view";
    }
}
