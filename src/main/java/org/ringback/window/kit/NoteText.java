package org.ringback.window.kit;

import org.ringback.language.NamedKey;

/** The words around what the user notes at calls and messages. */
public enum NoteText implements NamedKey {
    MARK,
    UNMARK,
    WRITE,
    PROMPT,
    HINT,
    REMOVE,
    DONE,
    MARKED,
    NOTED_ONLY,
    NOTED_ONLY_HELP;

    @Override
    public String group() {
        return "note";
    }
}
