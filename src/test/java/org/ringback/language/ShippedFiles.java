package org.ringback.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The language files as they ship, each on its own, without any fallback; each is read once for all tests. */
public final class ShippedFiles {

    private static final LanguageFiles FILES = new ProgramFiles();

    private static final List<Language> LANGUAGES = new Languages(FILES).all();

    private static final Map<String, JsonNode> TREES = new ConcurrentHashMap<>();

    private static final Map<Language, Map<String, String>> TEXTS = new ConcurrentHashMap<>();

    private ShippedFiles() {}

    /** The tags of all languages, for tests with a parameter for each. */
    public static List<String> tags() {
        return languages().stream().map(Language::tag).toList();
    }

    /** All languages. */
    public static List<Language> languages() {
        return LANGUAGES;
    }

    /** All languages but English. */
    public static List<Language> translations() {
        return languages().stream().filter(language -> !language.fallback()).toList();
    }

    static String textsName(Language language) {
        return "texts_" + language.tag().replace('-', '_') + ".properties";
    }

    static String jsonName(String name, Language language) {
        return name + "_" + language.tag().replace('-', '_') + ".json";
    }

    static List<String> lines(Language language) {
        return read("texts", textsName(language)).lines().toList();
    }

    /** The texts of one language by key. */
    static Map<String, String> texts(Language language) {
        return TEXTS.computeIfAbsent(language, ShippedFiles::readTexts);
    }

    private static Map<String, String> readTexts(Language language) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(read("texts", textsName(language))));
            var texts = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return Collections.unmodifiableMap(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> english() {
        return texts(new Languages(FILES).english());
    }

    /** Every text of a JSON file by its path, for example {@code 486.causes[0].confirm}. */
    static SequencedMap<String, String> json(String name, Language language) {
        var texts = new LinkedHashMap<String, String>();
        flatten("", tree(name, language), texts);
        return texts;
    }

    /** A JSON file as it is. */
    static JsonNode tree(String name, Language language) {
        return TREES.computeIfAbsent(jsonName(name, language), file -> tree(name, file));
    }

    private static JsonNode tree(String name, String file) {
        try {
            return new ObjectMapper().readTree(read(name.equals("findings") ? "diagnosis" : "handbook", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All texts of a language by where they stand. */
    public static SequencedMap<String, String> everyText(Language language) {
        var texts = new LinkedHashMap<String, String>(texts(language));
        for (String name : List.of("definitions", "contrasts", "headers", "findings")) {
            json(name, language).forEach((path, text) -> texts.put(name + " " + path, text));
        }
        return texts;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private static String read(String folder, String name) {
        try (var stream = FILES.open(folder, name).orElseThrow(() -> new AssertionError("no " + folder + "/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
