package org.ringback.window.kit;

import javafx.scene.Node;

/** Marks what takes letters for itself though it is no text field: typing there begins no search. */
public final class OwnKeys {

    private OwnKeys() {}

    public static void mark(Node node) {
        node.getProperties().put(OwnKeys.class, true);
    }

    public static boolean has(Node node) {
        return node != null && node.hasProperties() && node.getProperties().containsKey(OwnKeys.class);
    }
}
