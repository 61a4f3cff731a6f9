package org.ringback.window.text;

import java.util.Optional;

/** What is read, line by line or paragraph by paragraph, in reading order. */
public interface ReadLines {

    int count();

    /** The letters of a line as they are set; positions count in them. */
    String text(int line);

    /** What stands before a line, such as the number of a step; it is copied with the whole line. */
    default String sign(int line) {
        return "";
    }

    /** What is copied of letters that are set like this: no sign that only says how they are set. */
    default String copied(String letters) {
        return ClipText.of(letters);
    }

    /** Whether keys may begin to choose letters where none are chosen. */
    default boolean keysBegin() {
        return true;
    }

    /** What shows a line now; nothing for one that is not laid out, or cannot show parts of itself as chosen. */
    Optional<WrappedText> shown(int line);

    /** The line at a point of the scene, or the nearest one; -1 if there is none. */
    int at(double sceneX, double sceneY);

    /** Brings letters of a line into sight. */
    void reveal(int line, Range letters);
}
