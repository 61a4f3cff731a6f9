package org.ringback.window;

import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.ringback.session.Session;

/** A button that opens a searchable list of codes and hands on the one that is picked. */
final class CodeChooser extends Button {

    private final Session session;
    private final IntConsumer onPick;
    private Card card;
    private TextField field;

    CodeChooser(Session session, IntConsumer onPick) {
        this.session = session;
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
        field.requestFocus();
    }

    /** Built at the first opening: most sessions never need it. */
    private Card build() {
        var model = session.newPicker();
        var picker = new CodePicker(session, model, this::pick, this::pick);
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
