package org.ringback.window.calls;

import org.ringback.language.NamedKey;

/** The words of the card that sets the clocks of files. */
enum ClocksText implements NamedKey {
    OPEN,
    TITLE,
    HINT,
    FIELD,
    COMPARING,
    FIRST,
    AGREES,
    KNOWN,
    USE,
    TOO_FEW,
    TOO_UNEVEN,
    APPLY;

    @Override
    public String group() {
        return "clocks";
    }
}
