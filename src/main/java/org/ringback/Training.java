package org.ringback;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringback.answers.Library;
import org.ringback.command.CommandLineProgram;
import org.ringback.language.ProgramFiles;

/**
 * What the build asks once of the image that it made, so that the classes of an answer are in its cache. The window trains
 * itself.
 */
final class Training {

    /** Names a capture; set for the training run and never else. */
    private static final String CAPTURE = "ringback.training";

    private Training() {}

    /** Answers about the capture, to nobody, if this is the training run. */
    static void run() {
        String capture = System.getProperty(CAPTURE);
        if (capture != null) {
            try (var nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
                for (String format : List.of("text", "json", "csv")) {
                    String[] asked = {"calls", "--format", format, capture};
                    new CommandLineProgram(new Library(new ProgramFiles()), Optional::empty)
                            .run(asked, nobody, nobody, Locale.ROOT);
                }
            }
        }
    }
}
