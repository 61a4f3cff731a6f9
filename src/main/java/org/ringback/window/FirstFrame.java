package org.ringback.window;

import java.time.Duration;
import java.time.Instant;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ringback.session.Section;
import org.ringback.session.Session;

/**
 * Serves two measurements of the start, both switched on by a system property: {@code ringback.printFirstFrame} prints the
 * milliseconds from the start of the process to the first painted frame, {@code ringback.training} walks once through the
 * program while the start-up cache of the image is recorded. Both then leave the program.
 */
final class FirstFrame {

    private FirstFrame() {}

    static void watch(Stage stage, Session session) {
        boolean print = Boolean.getBoolean("ringback.printFirstFrame");
        boolean train = Boolean.getBoolean("ringback.training");
        if (print || train) {
            stage.getScene().addPostLayoutPulseListener(new Runnable() {
                private int pulses;

                @Override
                public void run() {
                    // The second pulse begins only after the first frame was handed to the screen.
                    if (++pulses == 2) {
                        stage.getScene().removePostLayoutPulseListener(this);
                        if (print) {
                            print();
                        }
                        Platform.runLater(() -> leave(session, train));
                    }
                    Platform.requestNextPulse();
                }
            });
            Platform.requestNextPulse();
        }
    }

    private static void print() {
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        System.err.println(
                "first-frame-ms " + Duration.between(started, Instant.now()).toMillis());
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
