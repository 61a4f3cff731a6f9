package org.ringback.window;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.session.Section;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.Prose;

/** At the very first start, what can be done in three lines, and a sample; gone once it was used or closed, and for good. */
final class Welcome extends HBox {

    private final Session session;
    private final Runnable leave;
    private final InvalidationListener onSection = change -> leaveForCalls();

    /**
     * Builds it.
     *
     * @param sample opens the sample
     * @param leave takes it away
     */
    Welcome(Session session, Runnable sample, Runnable leave) {
        this.session = session;
        this.leave = leave;
        getStyleClass().add("welcome");
        var lines = new VBox(
                line(Feather.SEARCH, WelcomeText.SEARCH),
                line(Feather.DOWNLOAD, WelcomeText.DROP),
                line(Feather.COLUMNS, WelcomeText.COMPARE));
        lines.getStyleClass().add("welcome-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        var texts = session.texts();
        var tried = new Button("", Icons.of(Feather.PLAY_CIRCLE));
        tried.getStyleClass().addAll("accent", "welcome-sample");
        tried.textProperty().bind(texts.text(CallsViewText.SAMPLE));
        tried.setMinWidth(USE_PREF_SIZE);
        tried.setOnAction(click -> {
            leave.run();
            sample.run();
        });
        var close = Icons.button(Icons.of(Feather.X), texts.text(CallsViewText.CLOSE));
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(click -> leave.run());
        getChildren().addAll(lines, tried, close);
        session.sectionProperty().addListener(onSection);
    }

    /** Who has opened calls knows how. */
    private void leaveForCalls() {
        if (session.sectionProperty().get() == Section.CALLS) {
            session.sectionProperty().removeListener(onSection);
            leave.run();
        }
    }

    private Node line(Feather drawing, WelcomeText words) {
        var text = Prose.text("");
        text.textProperty().bind(session.texts().text(words));
        return Prose.text(Icons.of(drawing), text, "welcome-line");
    }
}
