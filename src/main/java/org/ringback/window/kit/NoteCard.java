package org.ringback.window.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.ringback.call.Note;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;

/** Where the user writes a note. Whatever is written when the card goes is kept: there is nothing to forget to press. */
public final class NoteCard {

    private final TextArea field = new TextArea();
    private final Card card;

    private NoteCard(NoteTarget target, LiveTexts live) {
        Texts texts = live.get();
        field.setWrapText(true);
        field.setPromptText(texts.get(NoteText.PROMPT));
        field.setAccessibleText(texts.get(NoteText.PROMPT));
        field.setText(target.note().get().text());
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() <= Note.LONGEST ? change : null));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        var remove = new Button(texts.get(NoteText.REMOVE));
        remove.getStyleClass().addAll("flat", "remove-note");
        remove.setDisable(field.getText().isEmpty());
        remove.setOnAction(click -> {
            field.clear();
            close();
        });
        var done = new Button(texts.get(NoteText.DONE));
        done.getStyleClass().addAll("accent", "keep-note");
        done.setOnAction(click -> close());
        var buttons = new HBox(done, remove);
        buttons.getStyleClass().add("toolbar-line");
        var page = new VBox(field, Prose.text(texts.get(NoteText.HINT), "muted"), buttons);
        page.getStyleClass().add("note-card");
        var scroll = new PageScroll(live);
        scroll.show(page, false);
        scroll.getStyleClass().add("note-scroll");
        card = new Card(scroll, ArrowLocation.TOP_RIGHT);
        card.onHidden(() -> target.keep().accept(target.note().get().withText(field.getText())));
    }

    /** Lets the user write, beside what leads there. */
    public static void show(NoteTarget target, LiveTexts texts, Node beside) {
        var note = new NoteCard(target, texts);
        note.card.show(beside);
        note.field.requestFocus();
        note.field.end();
    }

    private void close() {
        card.hide();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            close();
            key.consume();
        }
    }
}
