package org.ringback.window.kit;

import java.util.function.DoubleConsumer;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * The divider of a split pane in somebody's hand. A split pane moves it by itself too, whenever its own size changes: that is no
 * wish to be remembered.
 */
public final class DraggedDivider {

    private DraggedDivider() {}

    /**
     * Tells where the first divider was left each time that it was dragged.
     *
     * @param moved takes the share of the room that is before it, 0 to 1
     */
    public static void of(SplitPane pane, DoubleConsumer moved) {
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, release -> {
            if (is(pane, release.getTarget())) {
                moved.accept(pane.getDividerPositions()[0]);
            }
        });
    }

    /** Whether it is a divider of this pane, and not of one that it holds. */
    public static boolean is(SplitPane pane, EventTarget target) {
        boolean divider = false;
        Node at = target instanceof Node node ? node : null;
        while (at != null && !(at instanceof SplitPane)) {
            divider |= at.getStyleClass().contains("split-pane-divider");
            at = at.getParent();
        }
        return divider && pane.equals(at);
    }
}
