package org.ringback.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;
import org.ringback.trace.ErrorLog;

/** The last resort: a mistake in the program becomes one line for the user and a trace for the log. */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {

    /** Causes may go in circles. */
    private static final int MOST_CAUSES = 32;

    private final String[] arguments;
    private final PrintStream err;
    private final Locale system;
    private final ErrorLog log;

    /**
     * Tells errors in the language that the arguments ask for, else in the system's.
     *
     * @param log keeps the traces
     */
    public UncaughtErrors(String[] arguments, PrintStream err, Locale system, ErrorLog log) {
        this.arguments = arguments.clone();
        this.err = err;
        this.system = system;
        this.log = log;
    }

    /** Runs the command line, so that even a mistake in the program has the exit code of an error. */
    public int guard(IntSupplier program) {
        try {
            return program.getAsInt();
        } catch (RuntimeException | Error e) {
            uncaughtException(Thread.currentThread(), e);
            return ExitCode.MISUSE.number();
        }
    }

    /** Opens the window; where the system has no place for one, says what is missing and how to go on without. */
    public void guardWindow(Runnable window) {
        try {
            window.run();
        } catch (RuntimeException | Error e) {
            tell(reason(e), e);
            System.exit(ExitCode.MISUSE.number());
        }
    }

    /** Says that an answer is not whole, and turns the exit code into that of an error. */
    public int checkWritten(int exitCode, WriteWatch watch) {
        return watch.failure()
                .map(reason -> {
                    print(CommandText.NOT_WRITTEN, Typed.printable(reason));
                    return ExitCode.MISUSE.number();
                })
                .orElse(exitCode);
    }

    /** JavaFX has no types for these failures, only its own words. */
    static CommandText reason(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String words = String.valueOf(at.getMessage());
            if (words.contains("DISPLAY")) {
                return CommandText.NO_DISPLAY;
            }
            if (words.contains("GTK") || words.contains("libgtk")) {
                return CommandText.NO_GTK;
            }
        }
        return CommandText.FAULT;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        tell(origin(error) instanceof OutOfMemoryError ? CommandText.OUT_OF_MEMORY : CommandText.FAULT, error);
    }

    private void tell(CommandText reason, Throwable error) {
        Optional<Path> trace = log.add(UncaughtErrors.class.getName(), error);
        String told = Typed.printable(origin(error).toString());
        if (reason == CommandText.FAULT && trace.isPresent()) {
            print(CommandText.FAULT_IN_LOG, told, trace.get().toString());
        } else {
            print(reason, told);
        }
    }

    /** JavaFX and threads only wrap what happened. */
    private static Throwable origin(Throwable error) {
        Throwable origin = error;
        for (int depth = 0; depth < MOST_CAUSES && origin.getCause() != null; depth++) {
            origin = origin.getCause();
        }
        return origin;
    }

    private void print(CommandText reason, String... values) {
        err.print(Command.PROGRAM + ": " + line(reason, values) + "\n");
        err.flush();
    }

    private String line(CommandText reason, String... values) {
        try {
            var languages = new Languages(new ProgramFiles());
            var language = new LanguageChoice(languages).of(arguments, system);
            return languages.texts(language).get(reason, values);
        } catch (RuntimeException e) {
            // Where the texts themselves are broken, English has to do.
            return "This is a mistake in Ringback, not yours: " + String.join(" ", values);
        }
    }
}
