package org.ringback.report;

import java.util.Optional;
import org.ringback.comparison.Contrasts;
import org.ringback.handbook.Codes;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Language;
import org.ringback.language.LanguageFiles;
import org.ringback.language.Languages;

/** Opens the answers in any language that ships; the facts are read once, when they are first needed. */
public final class Library {

    private final Languages languages;
    private Optional<Codes> codes = Optional.empty();
    private Optional<Handbook> english = Optional.empty();

    /**
     * Finds out which languages there are.
     *
     * @throws java.io.UncheckedIOException if the program's own files cannot be read: the installation is broken
     */
    public Library(LanguageFiles files) {
        this.languages = new Languages(files);
    }

    public Languages languages() {
        return languages;
    }

    /** The facts; reading them takes most of the time of a start, and help and version need none. */
    public synchronized Codes codes() {
        if (codes.isEmpty()) {
            codes = Optional.of(Codes.load());
        }
        return codes.get();
    }

    /** Loads everything in a language. */
    public Answers answers(Language language) {
        Handbook handbook = Handbook.load(codes(), languages, language);
        return new Answers(
                languages.texts(language),
                handbook,
                Contrasts.load(languages, language),
                Rfcs.load(),
                () -> english(handbook));
    }

    private synchronized Handbook english(Handbook loaded) {
        if (english.isEmpty()) {
            boolean isEnglish = loaded.language().equals(languages.english());
            english = Optional.of(isEnglish ? loaded : Handbook.load(codes(), languages, languages.english()));
        }
        return english.get();
    }
}
