package org.ringback.window;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.ringback.session.Theme;
import org.ringback.settings.Settings;
import org.ringback.window.kit.Look;

/**
 * What stands on the screen while the program's words are still being read: the window at its place, in its colors, with
 * nothing in it. It says that something begins in half the time, and what the toolkit does to show a window at all is
 * done meanwhile. It has no letters, since fonts are what takes longest.
 */
final class Curtain {

    private final Stage stage = new Stage();
    private boolean left;

    /** Nothing is shown yet. On the screen's thread, like all that follows. */
    Curtain() {}

    /** Shows it where the window was last time. */
    void show(Settings remembered) {
        var root = new BorderPane();
        var header = new Region();
        header.getStyleClass().add("curtain-header");
        root.setTop(header);
        var scene = new Scene(root, MainWindow.WIDTH, MainWindow.HEIGHT);
        Look.color(Theme.of(remembered.theme()), scene);
        stage.setTitle("Ringback");
        stage.setScene(scene);
        Placing.place(stage, remembered.window());
        // What is behind it is still being made, and could not be told that nobody wants it any more.
        stage.setOnCloseRequest(close -> {
            left = true;
            close.consume();
        });
        stage.show();
        FirstFrame.watchCurtain(scene);
    }

    /** The window, for what belongs in it; nothing if it was closed already. */
    Optional<Stage> rise() {
        stage.setOnCloseRequest(null);
        if (left) {
            stage.hide();
        }
        return left ? Optional.empty() : Optional.of(stage);
    }
}
