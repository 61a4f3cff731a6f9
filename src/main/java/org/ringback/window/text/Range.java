package org.ringback.window.text;

/**
 * Some letters of a text.
 *
 * @param from the first one
 * @param to the first one after them
 */
public record Range(int from, int to) {

    /** No letter at all. */
    public static final Range NONE = new Range(0, 0);

    boolean isEmpty() {
        return from >= to;
    }
}
