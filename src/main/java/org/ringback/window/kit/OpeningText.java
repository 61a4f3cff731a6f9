package org.ringback.window.kit;

import org.ringback.language.NamedKey;

/** The words of adding to what is open, of opening again, and of undoing. */
public enum OpeningText implements NamedKey {
    ADD,
    ADD_TITLE,
    ONLY_TO_FILES,
    ADD_HERE,
    ADD_HERE_HINT,
    OPEN_INSTEAD,
    OPEN_INSTEAD_HINT,
    DROP_HERE,
    DROP_HERE_HINT,
    WHICH_WAY,
    CANCEL,
    KEPT,
    RECENT_IN,
    FORGET,
    UNDO,
    UNDONE,
    NOTHING_TO_UNDO;

    @Override
    public String group() {
        return "opening";
    }
}
