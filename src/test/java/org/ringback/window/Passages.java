package org.ringback.window;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.ringback.window.text.WrappedText;

/** Texts below each other in a scene, where they have their looks, for tests that lay them out as wide as they want. */
final class Passages {

    private Passages() {}

    static VBox page(List<String> texts, NodeOrientation orientation, double wide, double high) {
        var page = new VBox();
        texts.forEach(words -> page.getChildren().add(new WrappedText(words, "prose")));
        // Unmanaged it keeps the width that it is given.
        page.setManaged(false);
        new Scene(new Pane(page), wide, high).getRoot().setNodeOrientation(orientation);
        page.applyCss();
        return page;
    }
}
