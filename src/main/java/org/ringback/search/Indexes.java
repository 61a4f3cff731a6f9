package org.ringback.search;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ringback.handbook.Handbook;
import org.ringback.language.Language;
import org.ringback.language.Languages;
import org.ringback.language.PerLanguage;

/** The words of every language, each read when a search first needs it and kept from then on. */
public final class Indexes {

    private final Languages languages;
    private final Function<Language, Handbook> handbooks;
    private final PerLanguage<LanguageIndex> made = new PerLanguage<>(this::make);
    private Map<String, Speech> speech = Map.of();
    private volatile boolean complete;

    /**
     * Knows where pages come from.
     *
     * @param languages those of English are searched beside those of any other
     * @param handbooks of the same codes
     */
    public Indexes(Languages languages, Function<Language, Handbook> handbooks) {
        this.languages = languages;
        this.handbooks = handbooks;
    }

    List<Language> languages() {
        return languages.all();
    }

    Language english() {
        return languages.english();
    }

    Handbook handbook(Language language) {
        return handbooks.apply(language);
    }

    /** Reads what was not needed yet; takes seconds, and may be called on any thread. */
    void complete() {
        languages().forEach(language -> of(language).evidence());
        complete = true;
    }

    /** Whether every language is read, so that nobody waits for one. */
    boolean isComplete() {
        return complete;
    }

    LanguageIndex of(Language language) {
        return made.of(language);
    }

    private LanguageIndex make(Language language) {
        return new LanguageIndex(new IndexBuilder(
                handbooks.apply(language),
                Speech.of(speech(), language.tag()),
                Told.of(language.tag()),
                language.fallback()));
    }

    private synchronized Map<String, Speech> speech() {
        if (speech.isEmpty()) {
            speech = Speech.load();
        }
        return speech;
    }
}
