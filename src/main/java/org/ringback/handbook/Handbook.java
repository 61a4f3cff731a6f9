package org.ringback.handbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringback.language.JsonBundle;
import org.ringback.language.Language;
import org.ringback.language.Languages;

/** All codes with their words in one language. */
public final class Handbook {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Language language;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>();

    private Handbook(Language language) {
        this.language = language;
    }

    /** Puts the facts together with the definitions of a language, gaps filled from English. */
    public static Handbook load(Codes codes, Languages languages, Language language) {
        var handbook = new Handbook(language);
        JsonBundle words = languages.bundle("handbook", "definitions", language);
        for (ResponseCode code : codes.all()) {
            var definition = definition(words, code.digits());
            handbook.entries.put(
                    code.number(), new Entry(code, definition, language, words.filledFields(code.digits())));
        }
        return handbook;
    }

    private static Definition definition(JsonBundle words, String code) {
        var entry = words.entries().get(code);
        if (entry == null) {
            throw new IllegalStateException("No language defines code " + code);
        }
        try {
            return JSON.treeToValue(entry, Definition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The definition of " + code + " has a wrong shape", e);
        }
    }

    public Language language() {
        return language;
    }

    public List<Entry> all() {
        return new ArrayList<>(entries.values());
    }

    public Optional<Entry> find(int number) {
        return Optional.ofNullable(entries.get(number));
    }

    /**
     * The page of a code that exists.
     *
     * @throws IllegalArgumentException if there is no such code; ask {@link #find} for numbers that users give
     */
    public Entry entry(int number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("No code " + number));
    }
}
