package org.ringback.report;

import java.util.Optional;
import org.ringback.comparison.Contrasts;
import org.ringback.handbook.Codes;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Language;
import org.ringback.language.LanguageFiles;
import org.ringback.language.Languages;

/** Opens the answers in any language that ships; the facts are read once. */
public final class Library {

    private final Languages languages;
    private final Codes codes;
    private final Rfcs rfcs;
    private Optional<Handbook> english = Optional.empty();

    /**
     * Reads the facts and finds out which languages there are.
     *
     * @throws java.io.UncheckedIOException if the program's own files cannot be read: the installation is broken
     */
    public Library(LanguageFiles files) {
        this.languages = new Languages(files);
        this.codes = Codes.load();
        this.rfcs = Rfcs.load();
    }

    public Languages languages() {
        return languages;
    }

    public Codes codes() {
        return codes;
    }

    /** Loads everything in a language. */
    public Answers answers(Language language) {
        Handbook handbook = Handbook.load(codes, languages, language);
        return new Answers(
                languages.texts(language),
                handbook,
                Contrasts.load(languages, language),
                rfcs,
                english(handbook));
    }

    private synchronized Handbook english(Handbook loaded) {
        if (english.isEmpty()) {
            boolean isEnglish = loaded.language().equals(languages.english());
            english = Optional.of(isEnglish ? loaded : Handbook.load(codes, languages, languages.english()));
        }
        return english.get();
    }
}
