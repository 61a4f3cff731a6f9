package org.ringback.window;

import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import org.ringback.answers.Library;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.language.ProgramFiles;
import org.ringback.session.Session;
import org.ringback.settings.Settings;
import org.ringback.settings.SettingsFile;
import org.ringback.trace.ErrorLog;

/**
 * What the window needs before it can be built; none of it needs the toolkit.
 *
 * @param first whether the program was never used here
 */
record Start(SettingsFile file, Settings remembered, boolean first, Session session, ErrorLog errors) {

    /** Loads all of it from where this system keeps the settings of a user's programs. */
    static Start load() {
        Path settings = SettingsFile.usualPlace(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        return load(settings, ErrorLog.ofThisUser());
    }

    static Start load(Path settings, ErrorLog errors) {
        var library = new Library(new ProgramFiles());
        // The facts are the same in every language, and what follows here does not need them yet.
        Thread.ofPlatform().daemon().name("facts").start(library::codes);
        var file = new SettingsFile(settings);
        boolean first = !file.exists();
        var remembered = file.load();
        var session = new Session(
                library, remembered, Locale.getDefault(), Platform::runLater, new Diagnosis(), errors::file);
        return new Start(file, remembered, first, session, errors);
    }
}
