package org.ringback.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a user can ask for; the words are the same in every language. */
enum Command {
    EXPLAIN(CommandText.ABOUT_EXPLAIN),
    COMPARE(CommandText.ABOUT_COMPARE),
    SEARCH(CommandText.ABOUT_SEARCH),
    CALLS(CommandText.ABOUT_CALLS),
    MEDIA(CommandText.ABOUT_MEDIA),
    DIAGNOSE(CommandText.ABOUT_DIAGNOSE),
    SHARE(CommandText.ABOUT_SHARE),
    LANGUAGES(CommandText.ABOUT_LANGUAGES),
    HELP(CommandText.ABOUT_HELP);

    /** What a user types to start the program. */
    static final String PROGRAM = "ringback";

    private final CommandText about;

    Command(CommandText about) {
        this.about = about;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    CommandText about() {
        return about;
    }

    /** A whole line that a user can copy. */
    String call(String... arguments) {
        return PROGRAM + " " + word() + " " + String.join(" ", arguments);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Command::word).toList();
    }

    static Optional<Command> of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word))
                .findFirst();
    }
}
