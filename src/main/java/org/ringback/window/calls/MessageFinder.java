package org.ringback.window.calls;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.language.Texts;
import org.ringback.session.MessageSearch;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.window.text.ReadText;

/** Looks for words in all messages, and leads to those that have them; there while somebody searches. */
final class MessageFinder extends VBox {

    private static final ZoneTimes TIMES = new ZoneTimes(ZoneId.systemDefault());

    private final Session session;
    private final MessageSearch search;
    private final Runnable opening;
    private final Runnable back;
    private final TextField words = new TextField();
    private final Label told = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button();
    private final ListView<MessageSearch.Hit> hits = new ListView<>();
    private final InvalidationListener onChange = change -> show();

    /**
     * A search that is not there yet.
     *
     * @param opening is told before a message is opened
     * @param back gives the keyboard to what had it before
     */
    MessageFinder(Session session, Runnable opening, Runnable back) {
        this.session = session;
        this.search = session.messageSearch();
        this.opening = opening;
        this.back = back;
        getStyleClass().add("message-finder");
        words.getStyleClass().add("find-words");
        words.promptTextProperty().bind(session.texts().text(CallsViewText.FIND_MESSAGES_PROMPT));
        words.textProperty().addListener(change -> search.search(words.getText()));
        told.getStyleClass().add("find-count");
        cancel.textProperty().bind(session.texts().text(CallsViewText.CANCEL));
        cancel.setOnAction(click -> search.stop());
        cancel.setMinWidth(USE_PREF_SIZE);
        progress.accessibleTextProperty().bind(told.textProperty());
        var close = Icons.button(Icons.of(Feather.X), session.texts().text(ReadText.FIND_CLOSE));
        close.setOnAction(click -> close());
        HBox.setHgrow(words, Priority.SOMETIMES);
        var line = new HBox(words, told, progress, cancel, close);
        line.getStyleClass().add("toolbar-line");
        line.setAlignment(Pos.CENTER_LEFT);
        hits.getStyleClass().add("found-messages");
        hits.setCellFactory(_ -> new HitCell());
        hits.getSelectionModel().selectedItemProperty().addListener((list, before, hit) -> open(hit));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(line, hits);
        search.resultProperty().addListener(onChange);
        session.answers().addListener(onChange);
        show(false);
        show();
    }

    /** Begins to look for words. */
    void open() {
        show(true);
        words.requestFocus();
        words.selectAll();
    }

    /** Looks for these words at once. */
    void look(String wanted) {
        open();
        words.setText(wanted.strip());
    }

    private void close() {
        words.clear();
        show(false);
        back.run();
    }

    private void show(boolean open) {
        setVisible(open);
        setManaged(open);
    }

    private void open(MessageSearch.Hit hit) {
        if (hit != null) {
            opening.run();
            search.open(hit);
        }
    }

    private void show() {
        MessageSearch.Result result = search.resultProperty().get();
        told.setText(told(result, session.texts().get()));
        progress.setProgress(result.share());
        for (var part : List.of(progress, cancel)) {
            part.setVisible(result.searching());
            part.setManaged(result.searching());
        }
        // The list only grows while a search goes on: what is selected stays.
        int known = hits.getItems().size();
        if (known > 0
                && known <= result.hits().size()
                && hits.getItems().equals(result.hits().subList(0, known))) {
            hits.getItems().addAll(result.hits().subList(known, result.hits().size()));
        } else {
            hits.getItems().setAll(result.hits());
        }
        hits.setVisible(!result.hits().isEmpty());
        hits.setManaged(!result.hits().isEmpty());
    }

    private static String told(MessageSearch.Result result, Texts texts) {
        String count = texts.numbers().count(result.count());
        if (result.words().isEmpty()) {
            return "";
        }
        if (result.searching()) {
            return texts.get(CallsViewText.FIND_MESSAGES_LOOKING, count);
        }
        if (result.count() == 0) {
            return texts.get(CallsViewText.FIND_MESSAGES_NONE);
        }
        return result.count() > result.hits().size()
                ? texts.get(
                        CallsViewText.FIND_MESSAGES_SOME,
                        count,
                        texts.numbers().count(result.hits().size()))
                : texts.get(CallsViewText.FIND_MESSAGES_COUNT, count);
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        } else if (key.getCode() == KeyCode.DOWN && words.isFocused()) {
            hits.requestFocus();
            hits.getSelectionModel().selectFirst();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && words.isFocused()) {
            hits.getSelectionModel().selectNext();
            hits.scrollTo(hits.getSelectionModel().getSelectedIndex());
            key.consume();
        }
    }

    /** A message with the line that was found in it. */
    private static final class HitCell extends ListCell<MessageSearch.Hit> {

        private final Label time = new Label();
        private final Label name = new Label();
        private final Label line = new Label();
        private final HBox graphic = new HBox(time, name, line);

        private HitCell() {
            getStyleClass().add("found-message");
            graphic.getStyleClass().add("toolbar-line");
            // What came over the wire is read from the left in every language.
            graphic.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
            time.getStyleClass().addAll("muted", "found-time");
            name.getStyleClass().add("found-name");
            line.getStyleClass().add("wire");
            for (Label fixed : List.of(time, name)) {
                fixed.setMinWidth(USE_PREF_SIZE);
            }
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(MessageSearch.Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            long at = hit.message().time();
            time.setText(at == Captured.NO_TIME ? "\u2013" : TIMES.clock(at));
            name.setText(hit.message().name());
            line.setText(hit.line());
            setGraphic(graphic);
            setAccessibleText(name.getText() + ", " + time.getText() + ", " + line.getText());
        }
    }
}
