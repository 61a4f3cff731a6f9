package org.ringback.window.text;

import java.util.Optional;
import javafx.scene.Node;

/** The address to which a link leads, kept with the link so that it can be copied. */
public final class Address {

    private Address() {}

    /** Keeps an address with what leads there. */
    public static void keep(Node link, String address) {
        link.getProperties().put(Address.class, address);
    }

    /** The address of a link, or of what a node stands in. */
    static Optional<String> of(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(Address.class) instanceof String address) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }
}
