package org.ringback.window.message;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.ringback.answers.Answers;
import org.ringback.language.Texts;
import org.ringback.sip.Doubt;
import org.ringback.sip.MessageLine;
import org.ringback.sip.MessageLines;
import org.ringback.sip.SipMessage;
import org.ringback.window.kit.Card;
import org.ringback.window.kit.Prose;
import org.ringback.words.FaultText;

/** A message as it came over the wire, with what the parser doubts below it. */
final class MessageReader extends VBox implements MessageContent {

    /** So many doubts are told in words; all of them are marked at their bytes. */
    private static final int MOST_DOUBTS = 20;

    private final List<Doubt> doubts;
    private final ListView<MessageLine> lines = new ListView<>();
    private Answers answers;
    private Card card;

    /** @param copy takes what the user copies: lines as they stand */
    MessageReader(SipMessage message, Answers answers, Consumer<String> copy) {
        this.doubts = message.doubts();
        this.answers = answers;
        getStyleClass().add("message-reader");
        lines.getStyleClass().add("message-lines");
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setCellFactory(_ -> new MessageLineCell(this::texts, this::explain));
        lines.getItems().setAll(MessageLines.of(message));
        lines.addEventHandler(KeyEvent.KEY_PRESSED, key -> pressed(key, copy));
        VBox.setVgrow(lines, Priority.ALWAYS);
        showParts();
    }

    private void showParts() {
        if (doubts.isEmpty()) {
            getChildren().setAll(lines);
        } else {
            getChildren().setAll(lines, doubts());
        }
    }

    @Override
    public void speak(Answers other) {
        answers = other;
        if (card != null) {
            card.hide();
        }
        lines.refresh();
        showParts();
    }

    private Texts texts() {
        return answers.texts();
    }

    private void pressed(KeyEvent key, Consumer<String> copy) {
        List<MessageLine> chosen = lines.getSelectionModel().getSelectedItems();
        if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(key) && !chosen.isEmpty()) {
            copy.accept(chosen.stream().map(MessageLine::text).collect(Collectors.joining("\n")));
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && !chosen.isEmpty()) {
            explain(chosen.getFirst(), lines);
            key.consume();
        }
    }

    private void explain(MessageLine line, Node beside) {
        if (line.header().isEmpty()) {
            return;
        }
        if (card != null) {
            card.hide();
        }
        var words = new VBox(
                Prose.heading(line.header()),
                Prose.text(
                        answers.headers().of(line.header()).orElseGet(() -> texts().get(MessageText.UNKNOWN_HEADER)),
                        "prose"));
        words.getStyleClass().add("explanation");
        card = new Card(words, ArrowLocation.TOP_LEFT);
        card.show(beside);
    }

    private VBox doubts() {
        var box =
                new VBox(Prose.text(texts().get(MessageText.DOUBTS, Integer.toString(doubts.size())), "doubts-title"));
        box.getStyleClass().add("doubts");
        doubts.stream().limit(MOST_DOUBTS).forEach(doubt -> {
            var link = new Hyperlink(
                    texts().get(MessageText.DOUBT, texts().get(FaultText.of(doubt.fault())), doubt.rule()));
            link.setWrapText(true);
            link.setOnAction(click -> show(doubt));
            box.getChildren().add(link);
        });
        return box;
    }

    /** Scrolls to the bytes of a doubt and selects their line. */
    private void show(Doubt doubt) {
        for (int i = 0; i < lines.getItems().size(); i++) {
            if (lines.getItems().get(i).range().to() >= doubt.range().from()) {
                lines.getSelectionModel().clearAndSelect(i);
                lines.scrollTo(Math.max(0, i - 2));
                return;
            }
        }
    }
}
