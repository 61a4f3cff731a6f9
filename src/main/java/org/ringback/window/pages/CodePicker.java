package org.ringback.window.pages;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ringback.handbook.Entry;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;
import org.ringback.session.CodePickerModel;
import org.ringback.session.Session;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WindowText;
import org.ringback.window.text.Copied;

/**
 * A class filter above a list of codes. A field elsewhere may search it: arrows typed there move in the list, Enter
 * picks, Ctrl+Enter picks for the second purpose.
 */
public final class CodePicker extends VBox {

    private final LiveTexts texts;
    private final CodePickerModel model;
    private final IntSupplier current;
    private final IntConsumer onPick;
    private final IntConsumer onSecond;
    private final ListView<Entry> list;

    /**
     * A picker that begins at the current code while nothing is searched.
     *
     * @param current the code that is open or chosen now
     */
    CodePicker(Session session, CodePickerModel model, IntSupplier current, IntConsumer onPick, IntConsumer onSecond) {
        this.texts = session.texts();
        this.model = model;
        this.current = current;
        this.onPick = onPick;
        this.onSecond = onSecond;
        this.list = new ListView<>(model.found());
        getStyleClass().add("code-picker");
        setMinWidth(0);
        list.setCellFactory(view -> cell(session));
        list.accessibleTextProperty().bind(texts.text(WindowText.CODES));
        list.setPlaceholder(nothingFound());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInList);
        model.found().addListener((InvalidationListener) change -> select());
        var filter = new ClassFilter(texts, model.classFilterProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        var asides = new AsidesPane(session, model, onPick);
        getChildren().addAll(new StackPane(filter), asides, list);
    }

    /** The cell listens, not the list: a click on the empty space below the last code is meant for none. */
    private CodeCell cell(Session session) {
        var cell = new CodeCell(session, model);
        cell.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                (click.isShortcutDown() ? onSecond : onPick)
                        .accept(cell.getItem().number());
            }
        });
        return cell;
    }

    private Node nothingFound() {
        var title = new Label();
        title.textProperty().bind(texts.text(WindowText.NOTHING_FOUND));
        title.getStyleClass().add("empty-title");
        var hint = Prose.text("", "muted");
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        this::hint, model.queryProperty(), model.hiddenByFilter(), texts.textsProperty()));
        var all = new Hyperlink();
        all.textProperty().bind(texts.text(WindowText.SHOW_ALL_CLASSES));
        all.visibleProperty().bind(model.classFilterProperty().isNotNull());
        all.managedProperty().bind(all.visibleProperty());
        all.setOnAction(click -> model.classFilterProperty().set(null));
        var box = new VBox(title, hint, all);
        // What is said above the list is an answer, although no code is.
        box.visibleProperty().bind(model.result().map(found -> found.asides().isEmpty()));
        box.getStyleClass().add("empty");
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    /** What to try next: another class, or another kind of words. */
    private String hint() {
        Texts words = texts.get();
        int hidden = model.hiddenByFilter().get();
        if (hidden > 0) {
            return words.get(WindowText.HIDDEN_BY_FILTER, Integer.toString(hidden));
        }
        return words.get(WindowText.NOTHING_FOUND_HINT);
    }

    /** Lets a field search this list. */
    public void searchedBy(TextField field) {
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInField);
        field.accessibleHelpProperty()
                .bind(Bindings.createStringBinding(this::howMany, model.found(), texts.textsProperty()));
    }

    private String howMany() {
        return texts.get().get(WindowText.FOUND, Integer.toString(model.found().size()));
    }

    /** Marks a code as the current one, if it is in the list, without picking it. */
    void mark(int number) {
        for (Entry entry : model.found()) {
            if (entry.number() == number) {
                list.getSelectionModel().select(entry);
                list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
            }
        }
    }

    /** The best hit of a search; in the whole list the code that is open. */
    private void select() {
        if (model.found().isEmpty()) {
            return;
        }
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        if (model.inNumericOrder()) {
            mark(current.getAsInt());
        }
    }

    private void keyInList(KeyEvent key) {
        Entry selected = list.getSelectionModel().getSelectedItem();
        if (Copied.asked(key) && selected != null) {
            Copied.put(selected.code().title() + " \u2013 " + selected.definition().phrase());
            key.consume();
            return;
        }
        if (key.getCode() == KeyCode.ENTER) {
            pick(key.isShortcutDown());
            key.consume();
        }
    }

    private void keyInField(KeyEvent key) {
        if (getScene() == null) {
            return; // A list that nobody sees is not to be moved.
        }
        switch (key.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(8);
            case PAGE_UP -> move(-8);
            case ENTER -> pick(key.isShortcutDown());
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int by) {
        int last = model.found().size() - 1;
        int wanted = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, Math.max(0, last));
        list.getSelectionModel().select(wanted);
        list.scrollTo(Math.max(0, wanted - 3));
    }

    private void pick(boolean second) {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry == null && !model.found().isEmpty()) {
            entry = model.found().getFirst();
        }
        if (entry != null) {
            (second ? onSecond : onPick).accept(entry.number());
        }
    }
}
