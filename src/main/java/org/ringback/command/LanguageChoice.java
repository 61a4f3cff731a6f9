package org.ringback.command;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ringback.language.Language;
import org.ringback.language.Languages;

/**
 * Finds the language to speak before the arguments are parsed, because the help and the errors of parsing have to be in
 * it as well.
 */
final class LanguageChoice {

    private final Languages languages;

    LanguageChoice(Languages languages) {
        this.languages = languages;
    }

    /** The system's language if there is one for it, else English. */
    Language ofSystem(Locale system) {
        return languages.bestFor(system).orElseGet(languages::english);
    }

    /**
     * The language that the arguments ask for, else the system's.
     *
     * @throws CommandRefusal if there is no such language; it is told in the system's
     */
    Language of(String[] arguments, Locale system) {
        Optional<String> tag = tag(arguments);
        return tag.isEmpty()
                ? ofSystem(system)
                : find(tag.get()).orElseThrow(() -> unknown(tag.get(), ofSystem(system)));
    }

    private static Optional<String> tag(String[] arguments) {
        String attached = CommandTree.LANG + "=";
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].startsWith(attached)) {
                return Optional.of(arguments[i].substring(attached.length()));
            }
            if (arguments[i].equals(CommandTree.LANG) && i + 1 < arguments.length && !isOption(arguments[i + 1])) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    private static boolean isOption(String argument) {
        return argument.startsWith("-");
    }

    private Optional<Language> find(String tag) {
        return languages.byTag(tag).or(() -> languages.bestFor(Locale.forLanguageTag(tag.replace('_', '-'))));
    }

    private CommandRefusal unknown(String tag, Language told) {
        return CommandRefusal.misuse(
                languages.texts(told), CommandText.UNKNOWN_LANGUAGE, Typed.printable(tag), list(languages));
    }

    private static String list(Languages languages) {
        return languages.all().stream()
                .map(language -> language.tag() + " (" + language.ownName() + ")")
                .collect(Collectors.joining(", "));
    }
}
