package org.ringback.window.text;

import org.ringback.language.NamedKey;

/** The words around what is read. */
public enum ReadText implements NamedKey {
    COPY,
    COPY_LINK,
    SELECT_ALL,
    LOOK_UP_CODE,
    LOOK_UP_HEADER,
    FIND,
    FOUND,
    FOUND_NOTHING,
    FIND_NEXT,
    FIND_PREVIOUS,
    FIND_CLOSE;

    @Override
    public String group() {
        return "read";
    }
}
