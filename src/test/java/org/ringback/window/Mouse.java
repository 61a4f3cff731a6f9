package org.ringback.window;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A mouse on letters; two clicks of it are a double click however long the machine takes. */
final class Mouse {

    private final WindowUnderTest window;

    Mouse(WindowUnderTest window) {
        this.window = window;
    }

    /** Where the first of some letters begins in a paragraph that shows them, in the scene. */
    Point2D at(TextFlow passage, String letters) {
        return window.onFx(() -> {
            int offset = shown(passage).indexOf(letters);
            if (offset < 0) {
                throw new AssertionError("not in it: " + letters);
            }
            PathElement[] caret = passage.getCaretShape(offset, true);
            var top = (MoveTo) caret[0];
            var bottom = (LineTo) caret[1];
            return passage.localToScene(top.getX() + 0.5, (top.getY() + bottom.getY()) / 2);
        });
    }

    private static String shown(TextFlow passage) {
        var shown = new StringBuilder();
        passage.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .forEach(piece -> shown.append(((Text) piece).getText()));
        return shown.toString();
    }

    void drag(Node on, Point2D from, Point2D to) {
        window.act(() -> {
            fire(on, MouseEvent.MOUSE_PRESSED, from, 1, false);
            fire(on, MouseEvent.MOUSE_DRAGGED, to, 1, false);
            fire(on, MouseEvent.MOUSE_RELEASED, to, 1, false);
        });
    }

    /** Clicks so many times at one place. */
    void click(Node on, Point2D at, int times) {
        window.act(() -> {
            for (int click = 1; click <= times; click++) {
                fire(on, MouseEvent.MOUSE_PRESSED, at, click, false);
                fire(on, MouseEvent.MOUSE_RELEASED, at, click, false);
            }
        });
    }

    void shiftClick(Node on, Point2D at) {
        window.act(() -> fire(on, MouseEvent.MOUSE_PRESSED, at, 1, true));
    }

    /** Asks for the menu at a place. */
    void ask(Node on, Point2D at) {
        window.act(() -> {
            Point2D screen = on.getScene().getRoot().localToScreen(at);
            Event.fireEvent(
                    on,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            at.getX(),
                            at.getY(),
                            screen.getX(),
                            screen.getY(),
                            false,
                            new PickResult(on, at.getX(), at.getY())));
        });
    }

    static Point2D middle(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static void fire(Node on, EventType<MouseEvent> type, Point2D at, int clicks, boolean shift) {
        Event.fireEvent(
                on,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        clicks,
                        shift,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        type != MouseEvent.MOUSE_DRAGGED,
                        new PickResult(on, at.getX(), at.getY())));
    }
}
