package org.ringback.scratch;

import java.io.IOException;
import java.nio.file.Path;

/** There is no place for a temporary file. */
public final class NoScratchException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String folder;

    NoScratchException(Path folder, String reason, Throwable cause) {
        super(reason, cause);
        this.folder = folder.toString();
    }

    /** Where it should have been. */
    public String folder() {
        return folder;
    }
}
