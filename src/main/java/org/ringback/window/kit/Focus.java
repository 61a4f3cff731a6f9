package org.ringback.window.kit;

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
