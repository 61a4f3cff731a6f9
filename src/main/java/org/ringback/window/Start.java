package org.ringback.window;

import java.util.Locale;
import javafx.application.Platform;
import org.ringback.answers.Library;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.language.ProgramFiles;
import org.ringback.session.Session;

/** What the window needs before it can be built; none of it needs the toolkit. */
record Start(OwnFiles own, Session session) {

    /** Reads the program's words and facts. */
    static Start load(OwnFiles own) {
        var library = new Library(new ProgramFiles());
        // The facts are the same in every language, and what follows here does not need them yet.
        Thread.ofPlatform().daemon().name("facts").start(library::codes);
        var session = new Session(
                library, own.settings(), Locale.getDefault(), Platform::runLater, new Diagnosis(), own.errors()::file);
        return new Start(own, session);
    }
}
