package org.ringback.window;

import org.ringback.language.NamedKey;

/** What can be done with the program, for who has never seen it. */
enum WelcomeText implements NamedKey {
    SEARCH,
    DROP,
    COMPARE;

    @Override
    public String group() {
        return "welcome";
    }
}
