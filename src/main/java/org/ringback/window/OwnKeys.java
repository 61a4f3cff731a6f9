package org.ringback.window;

import javafx.scene.Node;

/** Marks what takes letters for itself though it is no text field: typing there begins no search. */
final class OwnKeys {

    private OwnKeys() {}

    static void mark(Node node) {
        node.getProperties().put(OwnKeys.class, true);
    }

    static boolean has(Node node) {
        return node != null && node.hasProperties() && node.getProperties().containsKey(OwnKeys.class);
    }
}
