package org.ringback.window.kit;

import java.util.Locale;
import org.ringback.language.TextKey;

/** The words of the window that belong to no record. */
public enum WindowText implements TextKey {
    TITLE,
    TITLE_OPEN,
    SECTIONS,
    SEARCH_PROMPT,
    SEARCH_HELP,
    LANGUAGE,
    THEME,
    KEYS,
    CODES,
    FOUND,
    CLASS_FILTER,
    CLASS_ALL,
    NOTHING_FOUND,
    NOTHING_FOUND_HINT,
    HIDDEN_BY_FILTER,
    SHOW_ALL_CLASSES,
    PAGE,
    BACK,
    FORWARD,
    COMPARE_WITH,
    COMPARE_WITH_HELP,
    LEFT_CODE,
    RIGHT_CODE,
    SWAP,
    SHARE,
    COPY_TEXT,
    COPY_MARKDOWN,
    SAVE_AS,
    SAVE_MARKDOWN,
    SAVE_HTML,
    SAVE_PICTURE,
    PRINT,
    COPIED,
    SAVED,
    NOT_SAVED,
    NO_PRINTER,
    NOT_PRINTED,
    OPENS_IN_BROWSER,
    OPENING,
    NO_BROWSER,
    MISTAKE,
    MISTAKE_IN_LOG,
    KEY_SEARCH,
    KEY_MOVE,
    KEY_OPEN,
    KEY_READ,
    KEY_COMPARE,
    KEY_SECTIONS,
    KEY_HISTORY,
    KEY_SWAP,
    KEY_COPY,
    KEY_SAVE,
    KEY_PRINT,
    KEY_OPEN_FILES,
    KEY_PASTE,
    KEY_FILTER,
    KEY_CODE_OF_CALL,
    KEY_TRANSACTION,
    KEY_LADDER,
    KEY_CANCEL,
    KEY_HELP;

    @Override
    public String key() {
        return "window." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
