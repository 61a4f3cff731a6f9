package org.ringback.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What calls are read from. */
public sealed interface CaptureSource {

    /**
     * Captures and logs of the user, as one timeline.
     *
     * @param clockOffsets what to add to all times of a file, because its clock was wrong; none for most
     */
    record Files(List<Path> files, Map<Path, Duration> clockOffsets) implements CaptureSource {
        public Files {
            files = List.copyOf(files);
            clockOffsets = Map.copyOf(clockOffsets);
        }

        /** Files whose clocks are right. */
        public Files(List<Path> files) {
            this(files, Map.of());
        }
    }

    /** A log or a message that was on the clipboard. */
    record Pasted(String text) implements CaptureSource {}

    /** The capture that comes with the program. */
    record Sample() implements CaptureSource {}
}
