package org.ringback.session;

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

    @Override
    public String group() {
        return "theme";
    }
}
