package org.ringback.window.kit;

import javafx.scene.Node;

/** Marks what takes letters for itself though it is no text field: typing there begins no search. */
public final class OwnKeys {

    private OwnKeys() {}

    public static void mark(Node node) {
        node.getProperties().put(OwnKeys.class, true);
    }

    /** Whether a node is in something that has keys of its own. */
    public static boolean around(Node node) {
        Node at = node;
        while (at != null && !has(at)) {
            at = at.getParent();
        }
        return at != null;
    }

    public static boolean has(Node node) {
        return node != null && node.hasProperties() && node.getProperties().containsKey(OwnKeys.class);
    }
}
