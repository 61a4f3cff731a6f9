package org.ringback.window.kit;

import java.nio.file.Path;
import java.util.Optional;
import org.ringback.language.Texts;

/** Says that the program made a mistake, and where its developers can read about it. */
public final class MistakeWords {

    private MistakeWords() {}

    /**
     * One line.
     *
     * @param log the file with the trace, if there is one
     */
    public static String of(Optional<Path> log, Texts texts) {
        return log.map(file -> texts.get(WindowText.MISTAKE_IN_LOG, file.toString()))
                .orElseGet(() -> texts.get(WindowText.MISTAKE));
    }
}
