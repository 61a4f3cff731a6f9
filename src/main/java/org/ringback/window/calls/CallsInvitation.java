package org.ringback.window.calls;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.capture.wire.Unusable;
import org.ringback.session.CallsModel;
import org.ringback.session.CaptureModel;
import org.ringback.session.Recent;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.Opening;
import org.ringback.window.kit.OpeningText;
import org.ringback.window.kit.Prose;

/** Where nothing is open yet: the ways to begin, and what was wrong with what could not be opened. */
final class CallsInvitation extends ScrollPane {

    private final Session session;
    private final CallsModel calls;
    private final VBox faults = new VBox();
    private final VBox recent = new VBox();
    private final Button open;
    private final InvalidationListener onFaults = change -> showFaults();
    private final InvalidationListener onRecent = change -> showRecent();

    CallsInvitation(Session session, Opening opening) {
        this.session = session;
        this.calls = session.calls();
        var texts = session.texts();
        getStyleClass().addAll("invitation-scroll", "page-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        var title = Prose.text("", "invitation-title");
        title.textProperty().bind(texts.text(CallsViewText.DROP_TITLE));
        var hint = Prose.text("", "muted", "invitation-hint");
        hint.textProperty().bind(texts.text(CallsViewText.DROP_HINT));
        open = button(CallsViewText.OPEN, Feather.FOLDER, opening::choose);
        open.getStyleClass().addAll("open-files", "accent");
        var buttons = new FlowPane(
                open,
                button(CallsViewText.PASTE, Feather.CLIPBOARD, opening::paste),
                button(CallsViewText.SAMPLE, Feather.PLAY_CIRCLE, opening::sample));
        buttons.getStyleClass().add("flow");
        buttons.setAlignment(Pos.CENTER);
        buttons.setMinWidth(0);
        var area = new VBox(Icons.of(Feather.DOWNLOAD), title, hint, buttons);
        area.getStyleClass().add("drop-area");
        faults.getStyleClass().add("faults");
        recent.getStyleClass().add("recent");
        var content = new VBox(faults, area, recent);
        content.getStyleClass().add("invitation");
        setContent(content);
        calls.capture().unusable().addListener(onFaults);
        calls.capture().sourceProperty().addListener(onFaults);
        session.answers().addListener(onFaults);
        calls.capture().recent().groups().addListener(new WeakInvalidationListener(onRecent));
        session.answers().addListener(onRecent);
        showFaults();
        showRecent();
    }

    private Button button(CallsViewText words, Feather icon, Runnable action) {
        var button = new Button("", Icons.of(icon));
        button.textProperty().bind(session.texts().text(words));
        button.setOnAction(click -> action.run());
        return button;
    }

    /** Puts the keyboard where a user starts. */
    void begin() {
        open.requestFocus();
    }

    private void showFaults() {
        // What nobody wanted to wait for is not told to be empty.
        boolean left = calls.capture().stoppedProperty().get()
                && calls.capture().unusable().isEmpty();
        boolean failed = calls.capture().stateProperty().get() == CaptureModel.State.EMPTY
                && calls.capture().sourceProperty().get() != null
                && !left;
        faults.getChildren().clear();
        if (failed) {
            var answers = session.answers().get();
            List<Unusable> parts = calls.capture().unusable();
            parts.stream()
                    .limit(5)
                    .map(part -> answers.unusable(
                            part,
                            CallWords.file(calls.capture().sourceProperty().get(), part.file(), answers.texts())))
                    .forEach(this::addFault);
            if (parts.isEmpty()) {
                addFault(answers.texts()
                        .get(
                                CallsViewText.NO_CALLS,
                                CallWords.source(
                                        calls.capture().sourceProperty().get(), answers.texts())));
            }
        }
        faults.setVisible(failed);
        faults.setManaged(failed);
    }

    private void addFault(String words) {
        faults.getChildren().add(Prose.text(Icons.of(Feather.ALERT_TRIANGLE), Prose.text(words), "fault"));
    }

    /** Called when reading has ended, which the list of faults alone does not tell. */
    void refresh() {
        showFaults();
    }

    private void showRecent() {
        List<Recent> groups = calls.capture().recent().groups();
        recent.getChildren().clear();
        if (!groups.isEmpty()) {
            var heading = new Label();
            heading.textProperty().bind(session.texts().text(CallsViewText.RECENT));
            heading.getStyleClass().add("about");
            var forget = new Hyperlink();
            forget.textProperty().bind(session.texts().text(OpeningText.FORGET));
            forget.getStyleClass().add("forget-recent");
            forget.setOnAction(click -> calls.capture().recent().forgetAll());
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var line = new HBox(heading, gap, forget);
            line.setAlignment(Pos.BASELINE_LEFT);
            recent.getChildren().add(line);
            groups.forEach(group -> recent.getChildren().add(link(group)));
        }
    }

    private Node link(Recent group) {
        var link =
                new Hyperlink(CallWords.source(group.source(), session.texts().get()), Icons.of(Feather.FILE_TEXT));
        String names = CallWords.paths(group.source());
        link.setTooltip(new Tooltip(names));
        link.setAccessibleHelp(names);
        link.setOnAction(click -> session.openAgain(group));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.getStyleClass().add("recent-file");
        var folder = new Label(CallWords.folder(group.source()));
        folder.getStyleClass().add("muted");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.setMinWidth(0);
        var line = new HBox(link, folder);
        line.getStyleClass().add("recent-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }
}
