package org.ringback.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Library;
import org.ringback.diagnosis.Diagnosis;

/** One call of the program, without a process: what it printed and how it ended. */
record Run(int exitCode, String out, String err) {

    static final Locale RUSSIAN = Locale.of("ru", "RU");

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;

    /** Calls it on an English system, the arguments as typed between spaces. */
    static Run of(String line) {
        return in(Locale.US, line);
    }

    static Run in(Locale system, String line) {
        return withArguments(system, line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    static Run withArguments(Locale system, String... arguments) {
        return of(new CommandLineProgram(LIBRARY, Optional::empty), system, arguments);
    }

    /** Calls it with rules that make mistakes, which are told in a file. */
    static Run withRules(Diagnosis diagnosis, Path errorLog, String... arguments) {
        return of(new CommandLineProgram(LIBRARY, diagnosis, () -> Optional.of(errorLog)), Locale.US, arguments);
    }

    private static Run of(CommandLineProgram program, Locale system, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exitCode = program.run(
                arguments,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                system);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
