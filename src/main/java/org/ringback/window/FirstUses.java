package org.ringback.window;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.window.kit.Icons;

/**
 * What JavaFX and the drawings load when they are used for the first time: the system's fonts, and the font of the drawings.
 * Done while the program's own texts are still being read, the window is filled sooner. Nothing is styled here: the curtain is,
 * on the screen's thread, and the toolkit styles nothing on two threads at a time.
 */
final class FirstUses {

    private FirstUses() {}

    /** On any thread: nothing of what is made here is ever shown. */
    static void make() {
        new Label("", Icons.of(Feather.SEARCH));
    }
}
