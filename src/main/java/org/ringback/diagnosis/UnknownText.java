package org.ringback.diagnosis;

import org.ringback.language.NamedKey;

/** Words for what no message says, so that no sentence has a hole. */
public enum UnknownText implements NamedKey {
    A_WHILE,
    HOST,
    METHOD,
    PARTY,
    TIME,
    VALUE;

    @Override
    public String group() {
        return "unknown";
    }
}
