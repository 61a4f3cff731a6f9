package org.ringback;

import java.util.Locale;
import org.ringback.command.CommandLineProgram;
import org.ringback.command.TerminalOutput;
import org.ringback.command.UncaughtErrors;
import org.ringback.command.WriteWatch;
import org.ringback.language.ProgramFiles;
import org.ringback.report.Library;
import org.ringback.window.DesktopApp;

/** Starts Ringback: with arguments on the command line, without in its window. */
public final class Ringback {

    private Ringback() {}

    public static void main(String[] arguments) {
        var errors = new UncaughtErrors(arguments, TerminalOutput.err(), Locale.getDefault());
        Thread.setDefaultUncaughtExceptionHandler(errors);
        if (arguments.length > 0) {
            var watch = new WriteWatch();
            int exitCode = errors.guard(() -> answer(watch, arguments));
            System.exit(errors.checkWritten(exitCode, watch));
        }
        Training.run();
        errors.guardWindow(Ringback::openWindow);
    }

    private static int answer(WriteWatch watch, String... arguments) {
        return new CommandLineProgram(new Library(new ProgramFiles()))
                .run(arguments, TerminalOutput.out(watch), TerminalOutput.err(), Locale.getDefault());
    }

    /** The only place that names the toolkit: it is loaded from here on and never for the command line. */
    private static void openWindow() {
        DesktopApp.launch();
    }
}
