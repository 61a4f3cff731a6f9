package org.ringback.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is to be known about how a language is typed, from {@code search/speech.json}: a language without an entry there
 * has nothing of it.
 *
 * @param fillers words that say nothing in a complaint
 * @param keyboard the letters of its keyboard by those of the English one, capitals only where they are other letters; empty
 *     if it is the same
 * @param latin for each letter the ways in which people write it in Latin ones, the usual one first
 * @param skeleton what becomes of Latin spellings so that all ways come to the same, in order
 * @param readings words whose letters do not tell how they sound, by how they are written in Latin ones
 * @param syllables all that are heard in it, where each letter is one
 * @param telex whether its accents are typed as letters behind vowels
 * @param negation what says "no" in it; finds nothing where it is not told
 * @param amount a number with what it counts, so that it is no code
 * @param compounds whether it writes words together that others write apart
 * @param alike words that people use for the same thing, in groups
 */
record Speech(
        List<String> fillers,
        Map<String, String> keyboard,
        Map<String, List<String>> latin,
        List<Map.Entry<String, String>> skeleton,
        Map<String, String> readings,
        Set<String> syllables,
        boolean telex,
        Pattern negation,
        Pattern amount,
        boolean compounds,
        List<List<String>> alike) {

    private static final String FILE = "/search/speech.json";
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Speech NONE = new Speech(
            List.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Set.of(),
            false,
            pattern(""),
            amount(""),
            false,
            List.of());

    /** All languages that have an entry, by tag. */
    static Map<String, Speech> load() {
        try (InputStream file = Speech.class.getResourceAsStream(FILE)) {
            JsonNode json = JsonMapper.builder().build().readTree(file);
            List<String> keys = words(json.path("keyboard"));
            var all = new HashMap<String, Speech>();
            for (var entry : json.path("languages").properties()) {
                JsonNode one = entry.getValue();
                Map<String, List<String>> sounds = sounds(words(one.path("syllables")));
                all.put(
                        entry.getKey(),
                        new Speech(
                                words(one.path("fillers")),
                                keyboard(keys, words(one.path("keyboard")), words(one.path("shifted"))),
                                sounds.isEmpty() ? latin(one.path("latin")) : sounds,
                                skeleton(words(one.path("skeleton"))),
                                readings(words(one.path("readings"))),
                                sounds.values().stream().flatMap(List::stream).collect(Collectors.toSet()),
                                one.path("telex").asBoolean(),
                                pattern(one.path("negation").asText()),
                                amount(one.path("units").asText()),
                                one.path("compounds").asBoolean(),
                                alike(one.path("alike"))));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** What is known of a language, which may be nothing. */
    static Speech of(Map<String, Speech> all, String tag) {
        return Optional.ofNullable(all.get(tag)).orElse(NONE);
    }

    private static List<String> words(JsonNode text) {
        return text.isMissingNode() ? List.of() : List.of(SPACE.split(text.asText(), -1));
    }

    private static Map<String, String> keyboard(List<String> keys, List<String> letters, List<String> shifted) {
        var keyboard = new HashMap<String, String>();
        shifted.forEach(pair -> keyboard.put(pair.substring(0, 1), pair.substring(1)));
        for (int i = 0; i < letters.size(); i++) {
            keyboard.put(keys.get(i), letters.get(i));
        }
        return keyboard;
    }

    private static Map<String, List<String>> latin(JsonNode letters) {
        var latin = new HashMap<String, List<String>>();
        letters.properties().forEach(letter -> latin.put(letter.getKey(), words(letter.getValue())));
        return latin;
    }

    /** Letters by their syllable, as in {@code hao=\u53f7\u597d}; of several that sound alike the likeliest is told first. */
    private static Map<String, List<String>> sounds(List<String> syllables) {
        var sounds = new LinkedHashMap<String, List<String>>();
        for (String syllable : syllables) {
            int equals = syllable.indexOf('=');
            syllable.substring(equals + 1)
                    .codePoints()
                    .mapToObj(Character::toString)
                    .forEach(letter -> sounds.computeIfAbsent(letter, missing -> new ArrayList<>(1))
                            .add(syllable.substring(0, equals)));
        }
        return sounds;
    }

    private static List<Map.Entry<String, String>> skeleton(List<String> rules) {
        return rules.stream()
                .map(rule -> Map.entry(rule.substring(0, rule.indexOf('>')), rule.substring(rule.indexOf('>') + 1)))
                .toList();
    }

    private static Map<String, String> readings(List<String> pairs) {
        var readings = new LinkedHashMap<String, String>();
        pairs.forEach(
                pair -> readings.put(pair.substring(pair.indexOf('=') + 1), pair.substring(0, pair.indexOf('='))));
        return readings;
    }

    private static Pattern pattern(String pattern) {
        return Pattern.compile(
                pattern.isEmpty() ? "(?!)" : pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static Pattern amount(String units) {
        return pattern("\\b\\d+\\s*([%\u066a\uff05]" + (units.isEmpty() ? "" : "|(" + units + ")(?!\\p{L})") + ")");
    }

    private static List<List<String>> alike(JsonNode groups) {
        var alike = new ArrayList<List<String>>();
        groups.forEach(group -> alike.add(words(group)));
        return alike;
    }
}
