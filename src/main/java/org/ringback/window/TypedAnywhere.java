package org.ringback.window;

import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.ringback.window.kit.OwnKeys;

/**
 * A letter or digit that is typed where no text field is begins a new search, or narrows the list of calls where one is; a
 * slash leads to the field.
 */
final class TypedAnywhere {

    private final Scene scene;
    private final Supplier<TextField> field;

    private TypedAnywhere(Scene scene, Supplier<TextField> field) {
        this.scene = scene;
        this.field = field;
    }

    /**
     * Listens from now on.
     *
     * @param field gives the keyboard to the field that takes what is typed
     */
    static void listen(Scene scene, Supplier<TextField> field) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, new TypedAnywhere(scene, field)::typed);
    }

    private void typed(KeyEvent key) {
        String typed = key.getCharacter();
        boolean intoField = scene.getFocusOwner() instanceof TextInputControl || OwnKeys.has(scene.getFocusOwner());
        if (intoField || typed.isEmpty() || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        boolean slash = "/".equals(typed);
        if (slash || Character.isLetterOrDigit(typed.codePointAt(0))) {
            TextField wanted = field.get();
            if (!slash) {
                wanted.replaceSelection(typed);
            }
            key.consume();
        }
    }
}
