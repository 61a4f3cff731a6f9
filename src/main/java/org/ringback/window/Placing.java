package org.ringback.window;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.ringback.settings.Settings.Bounds;

/** Puts a window where it was, if a screen is still there. */
final class Placing {

    private static final Bounds FIRST = new Bounds(0, 0, MainWindow.WIDTH, MainWindow.HEIGHT, false);

    /** No screens reach that far; a side as long as that comes from a damaged file, and no system could draw it. */
    private static final double LONGEST_SIDE = 20_000;

    private Placing() {}

    /**
     * Puts it there.
     *
     * @param remembered where it was, or {@code null}
     * @return where it is while it is not maximized
     */
    static Bounds place(Stage stage, Bounds remembered) {
        if (remembered == null || !visible(remembered)) {
            stage.setWidth(FIRST.width());
            stage.setHeight(FIRST.height());
            return FIRST;
        }
        stage.setX(remembered.x());
        stage.setY(remembered.y());
        stage.setWidth(remembered.width());
        stage.setHeight(remembered.height());
        stage.setMaximized(remembered.maximized());
        return remembered;
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
}
