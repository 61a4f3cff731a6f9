package org.ringback.window;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.ringback.session.Session;
import org.ringback.settings.Settings.Bounds;
import org.ringback.settings.SettingsFile;

/** Puts a window where it was, and saves what changes: a second after the last change, and when the program ends. */
final class Remembering {

    private final Session session;
    private final Stage stage;
    private final SettingsFile file;
    private final PauseTransition calm = new PauseTransition(Duration.seconds(1));
    private final InvalidationListener onMove = change -> calm.playFromStart();
    private Bounds normal;

    Remembering(Session session, Stage stage, SettingsFile file) {
        this.session = session;
        this.stage = stage;
        this.file = file;
        calm.setOnFinished(end -> save());
    }

    /** Puts the stage where it was, if a screen is still there, and follows it from then on. */
    void place(Bounds remembered) {
        normal = Placing.place(stage, remembered);
        // Told with its value: what nobody reads after a change tells of no other.
        session.remembered().addListener((state, before, now) -> calm.playFromStart());
        List.of(
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty())
                .forEach(state -> state.addListener(onMove));
    }

    void save() {
        calm.stop();
        // A window that is maximized or fills the screen keeps the place to which it will return; Windows puts a
        // minimized one far off every screen.
        normal = stage.isMaximized() || stage.isIconified() || stage.isFullScreen()
                ? new Bounds(normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized())
                : new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        file.save(session.remembered().getValue().withWindow(normal));
    }
}
