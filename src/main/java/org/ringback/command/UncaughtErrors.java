package org.ringback.command;

import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

/** The last resort: a mistake in the program becomes one line for the user and a trace for the log. */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {

    private final String[] arguments;
    private final PrintStream err;
    private final Locale system;

    /** Tells errors in the language that the arguments ask for, else in the system's. */
    public UncaughtErrors(String[] arguments, PrintStream err, Locale system) {
        this.arguments = arguments.clone();
        this.err = err;
        this.system = system;
    }

    /** Runs the command line, so that even a mistake in the program has the exit code of an error. */
    public int guard(IntSupplier program) {
        try {
            return program.getAsInt();
        } catch (RuntimeException | Error e) {
            uncaughtException(Thread.currentThread(), e);
            return CommandLineProgram.MISUSE;
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        err.print(Command.PROGRAM + ": " + line(Typed.printable(error.toString())) + "\n");
        err.flush();
        System.getLogger(UncaughtErrors.class.getName()).log(Level.DEBUG, "Uncaught in " + thread.getName(), error);
    }

    private String line(String error) {
        try {
            var languages = new Languages(new ProgramFiles());
            var language = new LanguageChoice(languages).of(arguments, system);
            return languages.texts(language).get(CommandText.FAULT, error);
        } catch (RuntimeException e) {
            // Where the texts themselves are broken, English has to do.
            return "This is a mistake in Ringback, not yours: " + error;
        }
    }
}
