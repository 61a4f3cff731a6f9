package org.ringback.session;

import java.util.Arrays;
import java.util.Locale;
import org.ringback.language.NamedKey;

/** The parts of the program between which the header switches. */
public enum Section implements NamedKey {
    HANDBOOK,
    COMPARISON,
    CALLS;

    /** As it stands in the settings file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this id; {@link #HANDBOOK} for any other. */
    static Section of(String id) {
        return Arrays.stream(values())
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElse(HANDBOOK);
    }

    @Override
    public String group() {
        return "section";
    }
}
