package org.ringback.session;

import java.util.Locale;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Library;
import org.ringback.settings.Settings;

/** Sessions for tests, without a toolkit. */
final class Sessions {

    static final Library LIBRARY = ShippedLibrary.LIBRARY;

    private Sessions() {}

    static Session fresh() {
        return remembering(Settings.DEFAULTS);
    }

    static Session remembering(Settings settings) {
        return new Session(LIBRARY, settings, Locale.ENGLISH, Runnable::run);
    }

    static void speak(Session session, String tag) {
        session.speak(LIBRARY.languages().byTag(tag).orElseThrow());
    }
}
