package org.ringback.session;

import java.util.Locale;
import org.ringback.answers.Library;
import org.ringback.language.ProgramFiles;
import org.ringback.settings.Settings;

/** Sessions for tests, without a toolkit. */
final class Sessions {

    static final Library LIBRARY = new Library(new ProgramFiles());

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
