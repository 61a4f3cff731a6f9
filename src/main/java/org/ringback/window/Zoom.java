package org.ringback.window;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.ScrollEvent;
import org.ringback.session.TextSize;
import org.ringback.window.kit.OwnKeys;

/** Sets everything larger or smaller by keys and wheel; a ladder keeps both for a size of its own. */
final class Zoom {

    private final TextSize size;

    private Zoom(TextSize size) {
        this.size = size;
    }

    /** Listens in a scene from now on. */
    static void listen(Scene scene, TextSize size) {
        var zoom = new Zoom(size);
        // The plus needs Shift on some keyboards, and is an equals sign on others.
        on(scene, size::larger, KeyCombination.SHIFT_ANY, KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD);
        on(scene, size::smaller, KeyCombination.SHIFT_ANY, KeyCode.MINUS, KeyCode.SUBTRACT);
        on(scene, size::usual, KeyCombination.SHIFT_ANY, KeyCode.DIGIT0, KeyCode.NUMPAD0);
        // A filter, because whatever scrolls keeps the wheel for itself.
        scene.addEventFilter(ScrollEvent.SCROLL, zoom::turned);
    }

    private static void on(Scene scene, Runnable action, KeyCombination.Modifier shift, KeyCode... codes) {
        for (KeyCode code : codes) {
            scene.getAccelerators().put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, shift), action);
        }
    }

    private void turned(ScrollEvent wheel) {
        if (wheel.isShortcutDown() && wheel.getDeltaY() != 0 && !inLadder(wheel.getTarget())) {
            if (wheel.getDeltaY() > 0) {
                size.larger();
            } else {
                size.smaller();
            }
            wheel.consume();
        }
    }

    private static boolean inLadder(EventTarget target) {
        return target instanceof Node node && OwnKeys.around(node);
    }
}
