package org.ringback.session;

import java.util.Arrays;
import java.util.Locale;
import org.ringback.language.NamedKey;

/** How the window looks. */
public enum Theme implements NamedKey {
    SYSTEM,
    LIGHT,
    DARK;

    /** As it stands in the settings file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this id; {@link #SYSTEM} for any other. */
    public static Theme of(String id) {
        return Arrays.stream(values())
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElse(SYSTEM);
    }

    @Override
    public String group() {
        return "theme";
    }
}
