package org.ringback.window.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Where the keyboard is. */
public final class Focus {

    private Focus() {}

    /** Puts the keyboard on the first thing in a node that takes it. Whether there is one. */
    public static boolean into(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Focus::into);
    }

    /**
     * Makes a node anew, or what is in it. If the keyboard was on a part that is gone then, it goes to what stands in its
     * place; the toolkit would give it to whatever comes next in the window.
     *
     * @param around the node as it is now; may be {@code null}
     */
    public static void keep(Supplier<Node> around, Runnable change) {
        Node owner = ownerInside(around.get());
        int place = takers(around.get()).indexOf(owner);
        change.run();
        List<Node> now = takers(around.get());
        if (place >= 0 && !now.isEmpty() && !now.contains(owner)) {
            now.get(Math.min(place, now.size() - 1)).requestFocus();
        }
    }

    /** All that takes the keyboard in a node, in the order in which it is made. */
    private static List<Node> takers(Node node) {
        List<Node> takers = new ArrayList<>();
        if (node != null && node.isVisible() && !node.isDisabled()) {
            if (node.isFocusTraversable()) {
                takers.add(node);
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> takers.addAll(takers(child)));
            }
        }
        return takers;
    }

    /** What has the keyboard, if it is a node or in it; else {@code null}. */
    public static Node ownerInside(Node node) {
        Node owner =
                node == null || node.getScene() == null ? null : node.getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at.equals(node)) {
                return owner;
            }
        }
        return null;
    }
}
