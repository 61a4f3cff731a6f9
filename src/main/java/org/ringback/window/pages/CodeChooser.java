package org.ringback.window.pages;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.ringback.session.Session;
import org.ringback.window.kit.Card;
import org.ringback.window.kit.WindowText;

/** A button that opens a searchable list of codes and hands on the one that is picked. */
final class CodeChooser extends Button {

    private final Session session;
    private final IntSupplier current;
    private final IntConsumer onPick;
    private Card card;
    private TextField field;
    private CodePicker picker;

    /**
     * A chooser whose list begins at the current code.
     *
     * @param current the code that is chosen now
     */
    CodeChooser(Session session, IntSupplier current, IntConsumer onPick) {
        this.session = session;
        this.current = current;
        this.onPick = onPick;
        getStyleClass().add("code-chooser");
        setOnAction(click -> open());
    }

    private void open() {
        if (card == null) {
            card = build();
        }
        field.clear();
        card.show(this);
        picker.mark();
        field.requestFocus();
    }

    /** Built at the first opening: most sessions never need it. */
    private Card build() {
        var model = session.newPicker();
        picker = new CodePicker(session, model, current, new CodePicker.Picked(this::pick, this::pick, this::pick));
        field = new TextField();
        field.promptTextProperty().bind(session.texts().text(WindowText.SEARCH_PROMPT));
        field.accessibleTextProperty().bind(session.texts().text(WindowText.SEARCH_PROMPT));
        model.queryProperty().bind(field.textProperty());
        picker.searchedBy(field);
        VBox.setVgrow(picker, Priority.ALWAYS);
        var content = new VBox(field, picker);
        content.getStyleClass().add("chooser");
        content.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                card.hide();
            }
        });
        return new Card(content, ArrowLocation.TOP_CENTER);
    }

    private void pick(int code) {
        card.hide();
        onPick.accept(code);
    }
}
