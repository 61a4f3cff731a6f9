package org.ringback.window;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.ringback.window.kit.Opening;

/** The keys that open, add and paste calls, and undo that. */
final class OpeningKeys {

    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final Scene scene;
    private final Opening opening;
    private final Supplier<Optional<TextField>> narrowing;

    private OpeningKeys(Scene scene, Opening opening, Supplier<Optional<TextField>> narrowing) {
        this.scene = scene;
        this.opening = opening;
        this.narrowing = narrowing;
    }

    /**
     * Adds them to a scene.
     *
     * @param narrowing gives the keyboard to the field that narrows the list of calls, where that is shown
     */
    static void add(Scene scene, Opening opening, Supplier<Optional<TextField>> narrowing) {
        var keys = new OpeningKeys(scene, opening, narrowing);
        keys.key(opening::choose, KeyCode.O, KeyCombination.SHORTCUT_DOWN);
        keys.key(opening::chooseMore, KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        keys.key(keys::paste, KeyCode.V, KeyCombination.SHORTCUT_DOWN);
        keys.key(opening::undo, KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::undoBesideField);
    }

    private void key(Runnable action, KeyCode code, KeyCombination.Modifier... modifiers) {
        scene.getAccelerators().put(new KeyCodeCombination(code, modifiers), action);
    }

    /** Words narrow the list of calls where one is, as typing them does; the first line of a response is asked of the handbook. */
    private void paste() {
        Optional<String> words = opening.copiedWords().filter(copied -> !copied.startsWith("SIP/2.0 "));
        Optional<TextField> field = words.isEmpty() ? Optional.empty() : narrowing.get();
        field.ifPresentOrElse(narrow -> narrow.replaceSelection(words.orElseThrow()), opening::paste);
    }

    /** A text field keeps the key for itself, also where nothing was typed that could be undone. */
    private void undoBesideField(KeyEvent key) {
        if (UNDO.match(key) && key.getTarget() instanceof TextInputControl field && !field.isUndoable()) {
            opening.undo();
            key.consume();
        }
    }
}
