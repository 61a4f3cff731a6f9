package org.ringback.window.kit;

import org.ringback.language.NamedKey;

/** The way to newer versions: a browser goes it, never the program. */
enum NewerText implements NamedKey {
    QUESTION,
    HINT;

    @Override
    public String group() {
        return "newer";
    }
}
