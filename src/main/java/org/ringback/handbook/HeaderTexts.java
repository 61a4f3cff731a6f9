package org.ringback.handbook;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ringback.language.Language;
import org.ringback.language.Languages;

/** What each header is for, in one language. */
public final class HeaderTexts {

    private final Map<String, String> words;

    private HeaderTexts(Map<String, String> words) {
        this.words = words;
    }

    /** Loads the words of a language, gaps filled from English. */
    public static HeaderTexts load(Languages languages, Language language) {
        return new HeaderTexts(languages.bundle("handbook", "headers", language).entries().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().path("what").asText())));
    }

    /** The full name of a header that was typed in whatever case; empty if it is not known. */
    public Optional<String> named(String typed) {
        return words.keySet().stream().filter(typed::equalsIgnoreCase).findFirst();
    }

    /** One or two sentences about a header, by its full name; empty if it is not known. */
    public Optional<String> of(String name) {
        return Optional.ofNullable(words.get(name));
    }
}
