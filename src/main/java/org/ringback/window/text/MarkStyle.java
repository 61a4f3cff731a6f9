package org.ringback.window.text;

/** Why letters are marked; a style sheet colors each in its own way, and the later ones cover the earlier ones. */
enum MarkStyle {
    CHOSEN("chosen-text"),
    DIFFERENT("different-text"),
    FOUND("found-text"),
    CURRENT("current-text");

    private final String styleClass;

    MarkStyle(String styleClass) {
        this.styleClass = styleClass;
    }

    String styleClass() {
        return styleClass;
    }
}
