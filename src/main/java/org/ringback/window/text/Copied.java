package org.ringback.window.text;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What is taken along to other programs. */
public final class Copied {

    private Copied() {}

    /** Whether a key asks to copy. */
    public static boolean asked(KeyEvent key) {
        return (key.getCode() == KeyCode.C || key.getCode() == KeyCode.INSERT)
                && key.isShortcutDown()
                && !key.isShiftDown()
                && !key.isAltDown();
    }

    /** Puts a text where any program can paste it from; an empty one leaves there what is there. */
    public static void put(String text) {
        if (!text.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
