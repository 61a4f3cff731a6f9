package org.ringback.window;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.ringback.session.Section;
import org.ringback.session.Session;
import org.ringback.window.kit.Pane;

/** The keys that do the same in every program: close, quit, full screen, the next part of the window, the menu. */
final class DesktopKeys {

    private final Scene scene;
    private final Session session;
    private final Supplier<List<Pane>> panes;

    private DesktopKeys(Scene scene, Session session, Supplier<List<Pane>> panes) {
        this.scene = scene;
        this.session = session;
        this.panes = panes;
    }

    /**
     * Adds them to a scene.
     *
     * @param panes the parts of the window as it is now, in the order in which they are read
     */
    static void add(Scene scene, Session session, Supplier<List<Pane>> panes) {
        var keys = new DesktopKeys(scene, session, panes);
        keys.key(KeyCode.W, keys::close, KeyCombination.SHORTCUT_DOWN);
        keys.key(KeyCode.Q, DesktopKeys::quit, KeyCombination.SHORTCUT_DOWN);
        keys.key(KeyCode.F11, keys::fullScreen);
        keys.key(KeyCode.F6, () -> keys.next(1));
        keys.key(KeyCode.F6, () -> keys.next(-1), KeyCombination.SHIFT_DOWN);
        // Windows sends the event for the menu by itself.
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::menu);
        }
    }

    private void key(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        scene.getAccelerators().put(new KeyCodeCombination(code, modifiers), action);
    }

    private void next(int step) {
        Pane.next(panes.get(), step);
    }

    /** What is open is closed first, and can be brought back; the window has nothing of its own to close. */
    private void close() {
        boolean calls = session.sectionProperty().get() == Section.CALLS;
        if (calls && session.calls().capture().sourceProperty().get() != null) {
            session.calls().close();
        } else {
            close(scene.getWindow());
        }
    }

    /** All windows, as if each was closed by hand: who is asked may want to stay. */
    private static void quit() {
        List.copyOf(Window.getWindows()).stream()
                .filter(Stage.class::isInstance)
                .forEach(DesktopKeys::close);
    }

    private static void close(Window window) {
        var request = new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST);
        Event.fireEvent(window, request);
        if (!request.isConsumed()) {
            window.hide();
        }
    }

    private void fullScreen() {
        if (scene.getWindow() instanceof Stage stage) {
            // Escape closes other things here.
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    private void menu(KeyEvent key) {
        boolean asked = key.getCode() == KeyCode.CONTEXT_MENU || (key.getCode() == KeyCode.F10 && key.isShiftDown());
        Node owner = scene.getFocusOwner();
        if (asked && owner != null) {
            Point2D where = where(owner);
            Point2D screen = owner.localToScreen(where);
            Event.fireEvent(
                    owner,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            where.getX(),
                            where.getY(),
                            screen.getX(),
                            screen.getY(),
                            true,
                            new PickResult(owner, where.getX(), where.getY())));
            key.consume();
        }
    }

    /** At the row that is selected, if there is one, else in the middle. */
    private static Point2D where(Node owner) {
        Node row = owner.lookup(".indexed-cell:selected");
        Node target = row == null ? owner : row;
        Bounds bounds = target.getBoundsInLocal();
        double x = row == null ? bounds.getCenterX() : Math.min(bounds.getCenterX(), bounds.getMinX() + 100);
        return owner.sceneToLocal(target.localToScene(x, bounds.getCenterY()));
    }
}
