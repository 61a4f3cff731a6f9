package org.ringback.command;

import java.io.Serial;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;

/** Why there is no answer: one line in the user's language that also names the way out. */
final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Refusal(int exitCode, String line) {
        super(line, null, false, false);
        this.exitCode = exitCode;
    }

    /** The question was fine, but nothing matches it. */
    static Refusal nothingFound(Texts texts, String query) {
        return new Refusal(
                CommandLineProgram.NOTHING_FOUND,
                texts.get(CommandText.NOTHING_FOUND, Typed.printable(query), Command.SEARCH.call("busy")));
    }

    /** The arguments cannot be answered. Whatever a user typed must have gone through {@link Typed#printable}. */
    static Refusal misuse(Texts texts, TextKey reason, String... values) {
        return new Refusal(CommandLineProgram.MISUSE, texts.get(reason, values));
    }

    String line() {
        return getMessage();
    }

    int exitCode() {
        return exitCode;
    }
}
