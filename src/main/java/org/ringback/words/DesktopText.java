package org.ringback.words;

import org.ringback.language.NamedKey;

/** What menus, file managers and stores say of the program; they are told when a package is made. */
public enum DesktopText implements NamedKey {
    KIND,
    KEYWORDS,
    CAPTURE;

    @Override
    public String group() {
        return "desktop";
    }
}
