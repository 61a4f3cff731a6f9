package org.ringback.window;

import javafx.application.Platform;
import javafx.stage.Stage;
import org.ringback.session.Section;
import org.ringback.session.Session;

/**
 * Serves the build, switched on by a system property: {@code ringback.printFirstFrame} prints a line when the first
 * frame is painted, for whoever measures the start from outside; {@code ringback.training} walks once through the
 * program while the start-up cache of the image is recorded. Both then leave the program.
 */
final class FirstFrame {

    private FirstFrame() {}

    static void watch(Stage stage, Session session) {
        boolean print = Boolean.getBoolean("ringback.printFirstFrame");
        boolean train = System.getProperty("ringback.training") != null;
        if (print || train) {
            stage.getScene().addPostLayoutPulseListener(new Runnable() {
                private int pulses;

                @Override
                public void run() {
                    // The second pulse begins only after the first frame was handed to the screen.
                    if (++pulses == 2) {
                        stage.getScene().removePostLayoutPulseListener(this);
                        if (print) {
                            System.err.println("first-frame");
                        }
                        Platform.runLater(() -> leave(session, train));
                    }
                    Platform.requestNextPulse();
                }
            });
            Platform.requestNextPulse();
        }
    }

    private static void leave(Session session, boolean train) {
        if (train) {
            session.search("busy");
            session.open(603);
            session.compare(486, 600);
            session.sectionProperty().set(Section.HANDBOOK);
        }
        Platform.runLater(Platform::exit);
    }
}
