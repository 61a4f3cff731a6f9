package org.ringback.window.kit;

import javafx.scene.Node;

/** Where the keyboard is. */
public final class Focus {

    private Focus() {}

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
