package org.ringback.capture;

import java.io.IOException;

/** Something that is no file, or that must not be read as one. */
final class RefusedFile extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param word what it is, for the detail of what could not be used */
    RefusedFile(String word) {
        super(word);
    }

    /** The same, with what failed when it was looked at. */
    RefusedFile(String word, IOException cause) {
        super(word, cause);
    }
}
