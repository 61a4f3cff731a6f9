package org.ringback.command;

import java.io.Serial;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;

/** Why there is no answer: one line in the user's language that also names the way out. */
final class CommandRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    private CommandRefusal(ExitCode exitCode, String line) {
        super(line, null, false, false);
        this.exitCode = exitCode;
    }

    /** The question was fine, but nothing matches it. */
    static CommandRefusal nothingFound(Texts texts, String query) {
        return new CommandRefusal(
                ExitCode.NOTHING_FOUND,
                texts.get(
                        CommandText.NOTHING_FOUND,
                        Typed.printable(query),
                        Command.SEARCH.call(texts.get(CommandText.EXAMPLE_WORDS))));
    }

    /** The question was fine, but there is no such thing. Whatever a user typed must have gone through {@link Typed#printable}. */
    static CommandRefusal nothingFound(Texts texts, TextKey reason, String... values) {
        return new CommandRefusal(ExitCode.NOTHING_FOUND, texts.get(reason, values));
    }

    /** The arguments cannot be answered. Whatever a user typed must have gone through {@link Typed#printable}. */
    static CommandRefusal misuse(Texts texts, TextKey reason, String... values) {
        return new CommandRefusal(ExitCode.MISUSE, texts.get(reason, values));
    }

    String line() {
        return getMessage();
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
