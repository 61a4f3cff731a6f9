package org.ringback.bench;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/** The least that a program with a window can do on JavaFX; reports its first frame as Ringback does. */
public final class EmptyWindow {

    private EmptyWindow() {}

    /** Opens the window. Not in the application class: Java would then look for JavaFX before anything runs. */
    public static void main(String... arguments) {
        Application.launch(Empty.class, arguments);
    }

    /** Made by JavaFX. */
    public static final class Empty extends Application {

        /** Made by JavaFX. */
        public Empty() {}

        @Override
        public void start(Stage stage) {
            var scene = new Scene(new Pane(), 1180, 800);
            stage.setScene(scene);
            stage.show();
            scene.addPostLayoutPulseListener(new Runnable() {
                private int pulses;

                @Override
                public void run() {
                    // The second pulse begins only after the first frame was handed to the screen.
                    if (++pulses == 2) {
                        System.err.println("first-frame");
                        Platform.runLater(Platform::exit);
                    }
                    Platform.requestNextPulse();
                }
            });
            Platform.requestNextPulse();
        }
    }
}
