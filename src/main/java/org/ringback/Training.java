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
 * What the build asks once of the image that it made, so that the classes of its answers are in its cache. The window trains
 * itself.
 */
final class Training {

    /** Names captures, with commas between them; set for the training run and never else. */
    private static final String CAPTURES = "ringback.training";

    private Training() {}

    /** Answers about the captures, to nobody, if this is the training run. */
    static void run() {
        String captures = System.getProperty(CAPTURES);
        if (captures != null) {
            for (String capture : captures.split(",", -1)) {
                for (String format : List.of("text", "json", "csv")) {
                    answer("calls", "--format", format, capture);
                    answer("media", "--format", format, capture);
                }
                answer("diagnose", capture);
            }
        }
    }

    private static void answer(String... asked) {
        try (var nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new CommandLineProgram(new Library(new ProgramFiles()), Optional::empty)
                    .run(asked, nobody, nobody, Locale.ROOT);
        }
    }
}
