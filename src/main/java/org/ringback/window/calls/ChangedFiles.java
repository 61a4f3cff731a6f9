package org.ringback.window.calls;

import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.capture.wire.Unusable;
import org.ringback.session.CaptureModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.Prose;
import org.ringback.window.text.WrappedText;

/** Says that files have changed since they were read, with a way to read them again; takes no room while they have not. */
final class ChangedFiles extends HBox {

    /** Of more files it is enough to know that there are some. */
    private static final int MOST = 3;

    private final Session session;
    private final CaptureModel capture;
    private final WrappedText words = Prose.text("");
    private final InvalidationListener onChange = change -> show();

    ChangedFiles(Session session) {
        this.session = session;
        this.capture = session.calls().capture();
        getStyleClass().addAll("loading", "changed-files", "toolbar-line");
        setAlignment(Pos.CENTER_LEFT);
        var told = Prose.text(Icons.of(Feather.ALERT_TRIANGLE), words, "toolbar-line");
        HBox.setHgrow(told, Priority.ALWAYS);
        var again = new Button("", Icons.of(Feather.REFRESH_CW));
        again.textProperty().bind(session.texts().text(CallsViewText.READ_AGAIN));
        again.setMinWidth(USE_PREF_SIZE);
        again.getStyleClass().add("read-again");
        again.setOnAction(click -> session.calls().loading().readAgain());
        getChildren().addAll(told, again);
        capture.changes().addListener(onChange);
        session.answers().addListener(onChange);
        show();
    }

    private void show() {
        boolean changed = !capture.changes().isEmpty();
        setVisible(changed);
        setManaged(changed);
        words.setText(capture.changes().stream().limit(MOST).map(this::told).collect(Collectors.joining("\n")));
    }

    private String told(Unusable change) {
        var answers = session.answers().get();
        return answers.unusable(change, CallWords.file(capture.sourceProperty().get(), change.file(), answers.texts()));
    }
}
