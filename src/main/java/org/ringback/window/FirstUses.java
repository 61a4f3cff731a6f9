package org.ringback.window;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.window.kit.Icons;

/**
 * What JavaFX and the drawings load when they are used for the first time: the system's fonts, the usual style sheet, the
 * font of the drawings. Done while the program's own texts are still being read, the window appears sooner.
 */
final class FirstUses {

    private FirstUses() {}

    /** On any thread: nothing of what is made here is ever shown. */
    static void make() {
        var label = new Label("", Icons.of(Feather.SEARCH));
        new Scene(new Group(label));
        label.applyCss();
    }
}
