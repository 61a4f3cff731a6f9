package org.ringback.session;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.ringback.settings.Settings;

/** What to remember of a session. */
final class Remembered {

    private final Session session;

    private Remembered(Session session) {
        this.session = session;
    }

    /** Changes with the session; where the window is, the window knows. */
    static ObservableValue<Settings> of(Session session) {
        var remembered = new Remembered(session);
        return Bindings.createObjectBinding(
                remembered::settings,
                session.answers(),
                session.themeProperty(),
                session.sectionProperty(),
                session.handbook().codeProperty(),
                session.comparison().leftProperty(),
                session.comparison().rightProperty(),
                session.textSize().zoomProperty(),
                session.ladder().remembered(),
                session.calls().capture().recent().groups(),
                session.callsLayout().listProperty(),
                session.callsLayout().partsProperty(),
                session.callsLayout().hidden(),
                session.callsLayout().shown(),
                session.callsLayout().orderProperty(),
                session.calls().notes().changedProperty());
    }

    private Settings settings() {
        return new Settings(
                session.answers().get().language().tag(),
                session.themeProperty().get().id(),
                session.sectionProperty().get().id(),
                session.handbook().codeProperty().get(),
                session.comparison().leftProperty().get(),
                session.comparison().rightProperty().get(),
                null,
                session.textSize().remembered(),
                session.ladder().remembered().get(),
                new Settings.Calls(
                        session.calls().capture().recent().remembered(),
                        session.callsLayout().listProperty().get(),
                        session.callsLayout().partsProperty().get(),
                        session.callsLayout().hidden().stream().sorted().toList(),
                        session.callsLayout().shown().stream().sorted().toList(),
                        session.callsLayout().orderProperty().get(),
                        session.calls().notes().remembered()));
    }
}
