package org.ringback.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ringback.search.terms.Words;

/**
 * Names and numbers that products print and that are no response codes, from {@code search/names.json}.
 *
 * @param causeWords words beside which a number is a cause of Q.850
 * @param warningWords words beside which a number is a Warning code
 * @param prefixes what stands before some names
 * @param names by their folded words
 * @param warnings codes to read about, by Warning code
 * @param http phrases of the response codes that only HTTP has, by their digits
 */
record OtherNames(
        Set<String> causeWords,
        Set<String> warningWords,
        List<String> prefixes,
        Map<String, Name> names,
        Map<Integer, List<Integer>> warnings,
        Map<String, String> http) {

    private static final String FILE = "/search/names.json";
    private static final Pattern SPACE = Pattern.compile(" ");

    /**
     * A name.
     *
     * @param cause the cause of Q.850 that it stands for, if it does
     * @param codes to read about beside those that the cause leads to
     */
    record Name(Optional<Integer> cause, List<Integer> codes) {}

    static OtherNames load() {
        try (InputStream file = OtherNames.class.getResourceAsStream(FILE)) {
            JsonNode json = JsonMapper.builder().build().readTree(file);
            var names = new HashMap<String, Name>();
            json.path("names")
                    .properties()
                    .forEach(entry -> names.put(folded(entry.getKey()), name(words(entry.getValue()))));
            var warnings = new HashMap<Integer, List<Integer>>();
            json.path("warnings")
                    .properties()
                    .forEach(entry -> warnings.put(Integer.valueOf(entry.getKey()), numbers(words(entry.getValue()))));
            var http = new HashMap<String, String>();
            json.path("http")
                    .properties()
                    .forEach(entry -> http.put(entry.getKey(), entry.getValue().asText()));
            return new OtherNames(
                    new HashSet<>(words(json.path("causeWords"))),
                    new HashSet<>(words(json.path("warningWords"))),
                    words(json.path("prefixes")).stream()
                            .map(OtherNames::folded)
                            .toList(),
                    names,
                    warnings,
                    http);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static List<String> words(JsonNode text) {
        return Arrays.stream(SPACE.split(text.asText(), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Name name(List<String> parts) {
        Optional<Integer> cause =
                parts.getFirst().equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(parts.getFirst()));
        return new Name(cause, numbers(parts.subList(1, parts.size())));
    }

    private static List<Integer> numbers(List<String> words) {
        return words.stream().map(Integer::valueOf).toList();
    }

    private static String folded(String name) {
        return String.join(" ", Words.of(name));
    }

    /** The name that these words are, whatever separates them, with or without a prefix. */
    Optional<Name> named(List<String> words) {
        String typed = String.join(" ", words);
        return Optional.ofNullable(names.get(typed))
                .or(() -> prefixes.stream()
                        .filter(prefix -> typed.startsWith(prefix + " "))
                        .map(prefix -> names.get(typed.substring(prefix.length() + 1)))
                        .filter(name -> name != null)
                        .findFirst());
    }
}
