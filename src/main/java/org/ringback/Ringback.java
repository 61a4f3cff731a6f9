package org.ringback;

import java.util.Locale;
import java.util.Set;
import org.ringback.command.CommandLineProgram;
import org.ringback.command.TerminalOutput;
import org.ringback.command.UncaughtErrors;
import org.ringback.language.ProgramFiles;
import org.ringback.report.Library;

/** Starts Ringback: with arguments on the command line, without in its window. */
public final class Ringback {

    /** First arguments that open the window all the same. */
    private static final Set<String> WINDOW_OPTIONS = Set.of();

    private Ringback() {}

    public static void main(String[] arguments) {
        var errors = new UncaughtErrors(arguments, TerminalOutput.err(), Locale.getDefault());
        Thread.setDefaultUncaughtExceptionHandler(errors);
        if (arguments.length > 0 && !WINDOW_OPTIONS.contains(arguments[0])) {
            System.exit(errors.guard(() -> answer(arguments)));
        }
        openWindow();
    }

    private static int answer(String... arguments) {
        return new CommandLineProgram(new Library(new ProgramFiles()))
                .run(arguments, TerminalOutput.out(), TerminalOutput.err(), Locale.getDefault());
    }

    private static void openWindow() {
        // Comes with the window.
    }
}
