package org.ringback.window.kit;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;

/**
 * A part of the window to which one key leads.
 *
 * @param enter puts the keyboard into it
 */
public record Pane(Node node, Runnable enter) {

    /** One that takes the keyboard itself. */
    public static Pane of(Node node) {
        return new Pane(node, node::requestFocus);
    }

    /**
     * Goes from the part that has the keyboard to the next one.
     *
     * @param panes in the order in which they are read
     * @param step 1 for the next one, -1 for the one before
     */
    public static void next(List<Pane> panes, int step) {
        int at = IntStream.range(0, panes.size())
                .filter(pane -> Focus.ownerInside(panes.get(pane).node()) != null)
                .findFirst()
                .orElse(step > 0 ? -1 : 0);
        panes.get(Math.floorMod(at + step, panes.size())).enter().run();
    }
}
