package org.ringback.window;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small drawings beside words. */
final class Icons {

    private Icons() {}

    static FontIcon of(Feather glyph) {
        var icon = new FontIcon(glyph);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /** A drawing that points somewhere and has to be mirrored with the window. */
    static FontIcon pointing(Feather glyph) {
        var icon = of(glyph);
        icon.getStyleClass().add("pointing");
        return icon;
    }
}
