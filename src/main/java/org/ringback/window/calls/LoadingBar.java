package org.ringback.window.calls;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.session.CallsModel;
import org.ringback.session.CaptureFacts;
import org.ringback.session.CaptureModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;

/** How far reading is, with a way to stop it; afterwards whether it was stopped. */
final class LoadingBar extends StackPane {

    private final Session session;
    private final CallsModel calls;
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final Button cancel = new Button("", Icons.of(Feather.X));
    private final InvalidationListener onChange = change -> show();

    LoadingBar(Session session) {
        this.session = session;
        this.calls = session.calls();
        getStyleClass().add("loading");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(words.textProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        words.setMinWidth(0);
        cancel.textProperty().bind(session.texts().text(CallsViewText.CANCEL));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.getStyleClass().add("cancel-loading");
        cancel.setOnAction(click -> calls.cancel());
        var line = new HBox(words, bar, cancel);
        line.getStyleClass().add("toolbar-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        calls.capture().stateProperty().addListener(onChange);
        calls.capture().progressProperty().addListener(onChange);
        calls.capture().messagesProperty().addListener(onChange);
        calls.capture().stoppedProperty().addListener(onChange);
        calls.capture().comingProperty().addListener(onChange);
        session.texts().textsProperty().addListener(onChange);
        show();
    }

    private void show() {
        var capture = calls.capture();
        CaptureFacts coming = capture.comingProperty().get();
        boolean loading = coming != null || capture.stateProperty().get() == CaptureModel.State.LOADING;
        boolean told = loading || capture.stoppedProperty().get();
        setVisible(told);
        setManaged(told);
        for (var part : List.of(bar, cancel)) {
            part.setVisible(loading);
            part.setManaged(loading);
        }
        if (told) {
            var texts = session.texts().get();
            long messages = coming == null ? capture.messagesProperty().get() : coming.messages();
            words.setText(
                    loading
                            ? texts.get(CallsViewText.READING, texts.numbers().count(messages))
                            : texts.get(CallsViewText.STOPPED));
            bar.setProgress(coming == null ? capture.progressProperty().get() : coming.progress());
        }
    }
}
