package org.ringback.window.text;

/** Why letters are marked; a style sheet colors each in its own way, and the later ones cover the earlier ones. */
enum MarkStyle {
    CHOSEN("chosen-text", 4),
    DIFFERENT("different-text", 3),
    FOUND("found-text", 2),
    CURRENT("current-text", 1);

    private final String styleClass;
    private final int depth;

    MarkStyle(String styleClass, int depth) {
        this.styleClass = styleClass;
        this.depth = depth;
    }

    /** How far below the letters it is painted. */
    int depth() {
        return depth;
    }

    String styleClass() {
        return styleClass;
    }
}
