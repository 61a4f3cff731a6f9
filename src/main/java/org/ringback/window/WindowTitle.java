package org.ringback.window;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.ringback.language.Texts;
import org.ringback.reading.CaptureSource;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.WindowText;

/** What the window shows, for its title. */
final class WindowTitle {

    private static final char BEGIN = '\u2068';
    private static final char END = '\u2069';

    private WindowTitle() {}

    /** Follows what is shown. */
    static ObservableValue<String> of(Session session) {
        return Bindings.createStringBinding(
                () -> now(session),
                session.answers(),
                session.sectionProperty(),
                session.handbook().codeProperty(),
                session.comparison().leftProperty(),
                session.comparison().rightProperty(),
                session.calls().capture().sourceProperty());
    }

    private static String now(Session session) {
        Texts texts = session.answers().get().texts();
        return switch (session.sectionProperty().get()) {
            case HANDBOOK ->
                texts.get(
                        WindowText.TITLE_OPEN,
                        title(session, session.handbook().codeProperty().get()));
            case COMPARISON ->
                texts.get(
                        WindowText.TITLE_COMPARED,
                        title(session, session.comparison().leftProperty().get()),
                        title(session, session.comparison().rightProperty().get()));
            case CALLS -> {
                CaptureSource source =
                        session.calls().capture().sourceProperty().get();
                yield source == null
                        ? texts.get(WindowText.TITLE)
                        : texts.get(WindowText.TITLE_OPEN, apart(session, CallWords.source(source, texts)));
            }
        };
    }

    private static String title(Session session, int code) {
        return apart(session, session.answers().get().title(code));
    }

    /** The frame of the window has no way but these marks to know that a phrase runs from left to right. */
    private static String apart(Session session, String words) {
        return session.answers().get().language().rightToLeft() ? BEGIN + words + END : words;
    }
}
