package org.ringback.window.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
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

    /** What stays free on either side of the classes: pixels. */
    private static final double EDGE = 6;

    private final LiveTexts texts;
    private final CodePickerModel model;
    private final IntSupplier current;
    private final Picked picked;
    private final ListView<Entry> list;
    private final Centering centering;
    private final ClassFilter filter;
    private boolean beside;
    private final List<CodeCell> cells = new ArrayList<>();

    /**
     * What follows when a code is picked.
     *
     * @param clicked by a click: the keyboard stays in the list
     * @param entered by Enter
     * @param second with Ctrl held: for the second purpose
     */
    record Picked(IntConsumer clicked, IntConsumer entered, IntConsumer second) {}

    /**
     * A picker that begins at the current code while nothing is searched.
     *
     * @param current the code that is open or chosen now
     */
    CodePicker(Session session, CodePickerModel model, IntSupplier current, Picked picked) {
        this.texts = session.texts();
        this.model = model;
        this.current = current;
        this.picked = picked;
        this.list = new ListView<>(model.found());
        this.centering = new Centering(list);
        getStyleClass().add("code-picker");
        list.setCellFactory(view -> cell(session));
        list.accessibleTextProperty().bind(texts.text(WindowText.CODES));
        list.setPlaceholder(nothingFound());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInList);
        // The list itself has to know first what it shows now.
        model.found().addListener((ListChangeListener<Entry>) change -> select());
        filter = new ClassFilter(texts, model.classFilterProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        var asides = new AsidesPane(session, model, picked.entered());
        getChildren().addAll(new StackPane(filter), asides, list);
    }

    /** The cell listens, not the list: a click on the empty space below the last code is meant for none. */
    private CodeCell cell(Session session) {
        var cell = new CodeCell(session, model, current);
        cells.add(cell);
        cell.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                (click.isShortcutDown() ? picked.second() : picked.clicked())
                        .accept(cell.getItem().number());
            }
        });
        return cell;
    }

    private Node nothingFound() {
        var title = new Label();
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get().get(stillLooking() ? WindowText.STILL_LOOKING : WindowText.NOTHING_FOUND),
                        model.workingProperty(),
                        texts.textsProperty()));
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
        // Other languages may know what is still to come: until then nothing else is to be tried.
        hint.visibleProperty().bind(Bindings.createBooleanBinding(() -> !stillLooking(), model.workingProperty()));
        // What is said above the list is an answer, although no code is.
        box.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.result().get().asides().isEmpty(), model.result()));
        box.getStyleClass().add("empty");
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    private boolean stillLooking() {
        return model.workingProperty().get() > 0;
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

    /** Puts the keyboard on the list. */
    void enter() {
        list.requestFocus();
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

    /** Shows that another code is the current one: its row in sight, and the keyboard's place on it. */
    void mark() {
        cells.forEach(CodeCell::tellOpen);
        place(current.getAsInt());
    }

    /** The best hit of a search; in the whole list the code that is open. */
    private void select() {
        if (model.inNumericOrder()) {
            place(current.getAsInt());
        } else if (!model.found().isEmpty()) {
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        }
    }

    /** A code that is not among those shown leaves no other one looking as if it were meant. */
    private void place(int number) {
        for (int row = 0; row < model.found().size(); row++) {
            if (model.found().get(row).number() == number) {
                list.getSelectionModel().select(row);
                centering.show(row);
                requestLayout();
                return;
            }
        }
        if (model.inNumericOrder()) {
            list.getSelectionModel().clearSelection();
            list.scrollTo(0);
        }
    }

    /** Offers on the right button what can be done with a code, in a list that is there to open them. */
    void offerMenu(Session session) {
        CodeMenu.over(list, session);
    }

    /** Whether it stands beside a page, which is to leave it room for all its classes. */
    void beside(boolean now) {
        beside = now;
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return beside ? filter.prefWidth(-1) + 2 * EDGE : 0;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        centering.laidOut();
    }

    private void keyInList(KeyEvent key) {
        Entry selected = list.getSelectionModel().getSelectedItem();
        if (Copied.asked(key) && selected != null) {
            CodeMenu.copy(selected);
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
        centering.show(wanted);
        requestLayout();
    }

    private void pick(boolean second) {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry == null && !model.found().isEmpty()) {
            entry = model.found().getFirst();
        }
        if (entry == null && model.found().isEmpty()) {
            // What was typed may be in another class: whoever presses Enter wants it from any.
            model.classFilterProperty().set(null);
        }
        if (entry != null) {
            (second ? picked.second() : picked.entered()).accept(entry.number());
        }
    }
}
