package org.ringback.window;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.ringback.session.Session;
import org.ringback.settings.Settings.Bounds;
import org.ringback.settings.SettingsFile;

/** Puts a window where it was, and saves what changes: a second after the last change, and when the program ends. */
final class Remembering {

    private static final Bounds FIRST = new Bounds(0, 0, MainWindow.WIDTH, MainWindow.HEIGHT, false);

    /** No screens reach that far; a side as long as that comes from a damaged file, and no system could draw it. */
    private static final double LONGEST_SIDE = 20_000;

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
        if (remembered == null || !visible(remembered)) {
            normal = FIRST;
            stage.setWidth(FIRST.width());
            stage.setHeight(FIRST.height());
        } else {
            normal = remembered;
            stage.setX(remembered.x());
            stage.setY(remembered.y());
            stage.setWidth(remembered.width());
            stage.setHeight(remembered.height());
            stage.setMaximized(remembered.maximized());
        }
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

    /** Whether a screen that is still there shows enough of it to be caught with the mouse. */
    private static boolean visible(Bounds bounds) {
        return possible(bounds.width())
                && possible(bounds.height())
                && Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(screen -> shows(screen, bounds));
    }

    private static boolean possible(double side) {
        return side > 0 && side < LONGEST_SIDE;
    }

    private static boolean shows(Rectangle2D screen, Bounds bounds) {
        return bounds.x() + bounds.width() > screen.getMinX() + 80
                && bounds.x() + 80 < screen.getMaxX()
                && bounds.y() >= screen.getMinY() - 1
                && bounds.y() + 40 < screen.getMaxY();
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
