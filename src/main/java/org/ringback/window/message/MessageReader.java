package org.ringback.window.message;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ringback.answers.Answers;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;
import org.ringback.sip.Doubt;
import org.ringback.sip.MessageLine;
import org.ringback.sip.MessageLines;
import org.ringback.sip.SipMessage;
import org.ringback.window.kit.Card;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WordLookUp;
import org.ringback.window.text.Copied;
import org.ringback.window.text.FindBar;
import org.ringback.window.text.ListLines;
import org.ringback.window.text.TextHandling;
import org.ringback.window.text.TextMenu;
import org.ringback.window.text.WrappedText;
import org.ringback.words.FaultText;

/** A message as it came over the wire, with what the parser doubts below it. */
final class MessageReader extends VBox implements MessageContent {

    /** So many doubts are told in words; all of them are marked at their bytes. */
    private static final int MOST_DOUBTS = 20;

    private final List<Doubt> doubts;
    private final ListView<MessageLine> lines = new ListView<>();
    private final TextHandling reading;
    private final FindBar find;
    private Answers answers;
    private Card card;

    /**
     * A message to be read.
     *
     * @param copy takes what the user copies: lines as they stand
     * @param lookUp what can be looked up of the words that are chosen
     */
    MessageReader(SipMessage message, Answers answers, Consumer<String> copy, LiveTexts live, TextMenu.LookUp lookUp) {
        this.doubts = message.doubts();
        this.answers = answers;
        getStyleClass().add("message-reader");
        lines.getStyleClass().add("message-lines");
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var letters = new ListLines<>(lines, 1, (line, _) -> line.text(), true);
        reading = new TextHandling(lines, letters, this::texts, lookUp);
        find = new FindBar(lines, reading, live);
        find.opensFrom(this);
        lines.setCellFactory(_ -> {
            var cell = new MessageLineCell(
                    this::texts, this::explain, (passage, row) -> reading.show(letters.line(row, 0), passage));
            letters.add(cell, List.of(cell.passage()));
            return cell;
        });
        lines.getItems().setAll(MessageLines.of(message));
        lines.addEventHandler(KeyEvent.KEY_PRESSED, key -> pressed(key, copy));
        VBox.setVgrow(lines, Priority.ALWAYS);
        showParts();
    }

    private void showParts() {
        if (doubts.isEmpty()) {
            getChildren().setAll(find, lines);
        } else {
            getChildren().setAll(find, lines, doubts());
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
        if (Copied.asked(key) && reading.selection().isEmpty() && !chosen.isEmpty()) {
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
        card = WordLookUp.explain(
                line.header(),
                answers.headers().of(line.header()).orElseGet(() -> texts().get(MessageText.UNKNOWN_HEADER)));
        card.show(beside);
    }

    private VBox doubts() {
        var box =
                new VBox(Prose.text(texts().get(MessageText.DOUBTS, Integer.toString(doubts.size())), "doubts-title"));
        box.getStyleClass().add("doubts");
        doubts.stream().limit(MOST_DOUBTS).forEach(doubt -> {
            String words = texts().get(MessageText.DOUBT, texts().get(FaultText.of(doubt.fault())), doubt.rule());
            box.getChildren().add(new WrappedText(words, "doubt").leadingTo(() -> show(doubt)));
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
