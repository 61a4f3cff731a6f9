package org.ringback.window.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.text.Font;

/** The type in which everything is set, as a style sheet: its size, and for some languages its family. */
final class TypeSheet {

    /** The size of the theme's font in pixels. */
    static final double FONT = 14;

    /** The size of its icons in pixels. */
    private static final double ICON = 18;

    /**
     * Families with the letters of Arabic and Hebrew and the signs between them. Of letters from one font and signs from
     * another the toolkit sets the run from left to right, so that "Calls: 9" on a label has its colon on the wrong side.
     */
    private static final List<String> BOTH_WAYS = List.of("Segoe UI", "Tahoma", "Arial", "DejaVu Sans");

    private TypeSheet() {}

    /**
     * An address for the list of style sheets, before all of ours.
     *
     * @param zoom 1 for the usual size
     * @return nothing if the theme's own type is right
     */
    static Optional<String> of(double zoom, boolean rightToLeft) {
        var rules = new StringBuilder();
        if (zoom != 1) {
            rules.append(".root { -fx-font-size: ").append(FONT * zoom).append("px; } ");
            // The em of an icon is its own size.
            rules.append(".ikonli-font-icon { -fx-icon-size: ")
                    .append(Math.round(ICON * zoom))
                    .append("px; } ");
        }
        if (rightToLeft) {
            family().ifPresent(family ->
                    rules.append(".root { -fx-font-family: \"").append(family).append("\"; } "));
        }
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of("data:text/css;base64,"
                        + Base64.getEncoder().encodeToString(rules.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    /** The best of those that the system has. */
    private static Optional<String> family() {
        Set<String> installed = new HashSet<>(Font.getFamilies());
        return BOTH_WAYS.stream().filter(installed::contains).findFirst();
    }
}
