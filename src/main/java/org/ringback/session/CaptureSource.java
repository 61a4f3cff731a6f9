package org.ringback.session;

import java.nio.file.Path;
import java.util.List;

/** What calls are read from. */
public sealed interface CaptureSource {

    /** Captures and logs of the user, as one timeline. */
    record Files(List<Path> files) implements CaptureSource {
        public Files {
            files = List.copyOf(files);
        }
    }

    /** A log or a message that was on the clipboard. */
    record Pasted(String text) implements CaptureSource {}

    /** The capture that comes with the program. */
    record Sample() implements CaptureSource {}
}
