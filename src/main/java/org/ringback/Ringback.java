package org.ringback;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ringback.answers.Library;
import org.ringback.command.CommandLineProgram;
import org.ringback.command.FilesToOpen;
import org.ringback.command.TerminalOutput;
import org.ringback.command.UncaughtErrors;
import org.ringback.command.WriteWatch;
import org.ringback.language.ProgramFiles;
import org.ringback.trace.ErrorLog;
import org.ringback.window.DesktopApp;

/** Starts Ringback: with arguments on the command line; without any, or with nothing but files, in its window. */
public final class Ringback {

    private Ringback() {}

    public static void main(String[] arguments) {
        var log = ErrorLog.ofThisUser();
        var errors = new UncaughtErrors(arguments, TerminalOutput.err(), Locale.getDefault(), log);
        Thread.setDefaultUncaughtExceptionHandler(errors);
        log.collectLogged();
        List<Path> files = FilesToOpen.of(arguments);
        if (arguments.length > 0 && files.isEmpty()) {
            var watch = new WriteWatch();
            int exitCode = errors.guard(() -> answer(watch, log, arguments));
            System.exit(errors.checkWritten(exitCode, watch));
        }
        Training.run();
        errors.guardWindow(() -> openWindow(files));
    }

    private static int answer(WriteWatch watch, ErrorLog log, String... arguments) {
        return new CommandLineProgram(new Library(new ProgramFiles()), log::file)
                .run(arguments, TerminalOutput.out(watch), TerminalOutput.err(), Locale.getDefault());
    }

    /** The only place that names the toolkit: it is loaded from here on and never for the command line. */
    private static void openWindow(List<Path> files) {
        DesktopApp.launch(files);
    }
}
