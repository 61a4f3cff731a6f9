package org.ringback.answers;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.ringback.comparison.Contrasts;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.handbook.Codes;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.HeaderTexts;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Language;
import org.ringback.language.LanguageFiles;
import org.ringback.language.Languages;
import org.ringback.language.PerLanguage;
import org.ringback.search.CodeSearch;
import org.ringback.search.Indexes;

/** Opens the answers in any language that ships; the facts are read once, when they are first needed. */
public final class Library {

    private final Languages languages;
    private Optional<Codes> codes = Optional.empty();
    private Optional<Rfcs> rfcs = Optional.empty();
    /** The search reads all pages again, so they are kept. */
    private final PerLanguage<Handbook> handbooks = new PerLanguage<>(this::load);

    /** Held for facts alone: who reads the words of a language needs them meanwhile. */
    private final Object facts = new Object();

    private Optional<Answers> english = Optional.empty();
    private final Indexes indexes;

    /**
     * Finds out which languages there are.
     *
     * @throws UncheckedIOException if the program's own files cannot be read: the installation is broken
     */
    public Library(LanguageFiles files) {
        this.languages = new Languages(files);
        this.indexes = new Indexes(languages, handbooks::of);
    }

    public Languages languages() {
        return languages;
    }

    /** The facts; reading them takes most of the time of a start, and help and version need none. */
    public Codes codes() {
        synchronized (facts) {
            if (codes.isEmpty()) {
                codes = Optional.of(Codes.load());
            }
            return codes.get();
        }
    }

    /** Everything in English, kept because what is copied for others is asked for again and again. */
    public synchronized Answers english() {
        if (english.isEmpty()) {
            english = Optional.of(answers(languages.english()));
        }
        return english.get();
    }

    /** Loads everything in a language. */
    public Answers answers(Language language) {
        return new Answers(
                languages.texts(language),
                handbooks.of(language),
                () -> Contrasts.load(languages, language),
                rfcs(),
                () -> HeaderTexts.load(languages, language),
                () -> findings(language),
                () -> new CodeSearch(indexes, language));
    }

    /** The words of findings; the command line needs them without the rest. */
    public FindingTexts findings(Language language) {
        return FindingTexts.load(languages, language);
    }

    /** The same words for programs: blanks and numbers are as in every language. */
    public FindingTexts plainFindings(Language language) {
        return FindingTexts.load(languages.plain(), language);
    }

    /** Titles of RFCs. */
    public Rfcs rfcs() {
        synchronized (facts) {
            if (rfcs.isEmpty()) {
                rfcs = Optional.of(Rfcs.load());
            }
            return rfcs.get();
        }
    }

    private Handbook load(Language language) {
        return Handbook.load(codes(), languages, language);
    }
}
