package org.ringback.session;

import org.ringback.language.NamedKey;

/** What can be undone, each in a sentence that says that it was done. */
public enum UndoText implements NamedKey {
    /** {@code {0}}: what is open now. */
    OPENED,
    /** {@code {0}}: what is open now. */
    ADDED,
    /** {@code {0}}: what was open. */
    CLOSED,
    READ_AGAIN,
    CLOCKS_SET,
    SEPARATED,
    PUT_BACK,
    HID_COLUMN,
    SHOWED_COLUMN,
    NOTED,
    NARROWED;

    /** Whether to say at once that it was done and can be undone: what the user sees anyway needs no word. */
    public boolean told() {
        return this != NARROWED && this != SHOWED_COLUMN && this != NOTED;
    }

    @Override
    public String group() {
        return "undo";
    }
}
