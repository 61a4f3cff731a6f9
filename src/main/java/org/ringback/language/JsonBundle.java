package org.ringback.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Texts of one kind in one language: entries (a code, a pair, a finding) with fields. A field that the language lacks
 * comes from its parent language or from English, one by one, so that a single missing text does not turn a page
 * English.
 *
 * @param entries every entry, complete
 * @param filled for each entry the names of the fields that stand in another language than the one asked for
 */
public record JsonBundle(Map<String, ObjectNode> entries, Map<String, Set<String>> filled) {

    private static final System.Logger LOG = System.getLogger(JsonBundle.class.getName());
    private static final int NAMED = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonBundle load(LanguageFiles files, String folder, String name, List<String> tags, Typography typography) {
        var layers = new ArrayList<JsonNode>();
        for (String tag : tags) {
            layers.add(read(files, folder, name + "_" + tag.replace('-', '_') + ".json"));
        }
        var bundle = merge(layers, tags, typography);
        if (!bundle.filled.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "{0}_{1}: entries that stand in English, in whole or in part: {2}; the first: {3}",
                    name,
                    tags.getFirst(),
                    Integer.toString(bundle.filled.size()),
                    first(bundle.filled));
        }
        return bundle;
    }

    /** A language that has just begun lacks everything: a few gaps show where to go on. */
    private static String first(Map<String, Set<String>> filled) {
        return filled.entrySet().stream()
                .limit(NAMED)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static JsonNode read(LanguageFiles files, String folder, String file) {
        try {
            Optional<InputStream> stream = files.open(folder, file);
            if (stream.isEmpty()) {
                return JSON.createObjectNode();
            }
            try (InputStream in = stream.get()) {
                return JSON.readTree(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + "/" + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonBundle merge(List<JsonNode> layers, List<String> tags, Typography typography) {
        var entries = new LinkedHashMap<String, ObjectNode>();
        var filled = new LinkedHashMap<String, Set<String>>();
        for (int depth = 0; depth < layers.size(); depth++) {
            boolean foreign = !language(tags.get(depth)).equals(language(tags.getFirst()));
            for (var entry : layers.get(depth).properties()) {
                var target = entries.computeIfAbsent(entry.getKey(), key -> JSON.createObjectNode());
                for (var field : entry.getValue().properties()) {
                    if (!target.has(field.getKey())) {
                        target.set(field.getKey(), set(field.getValue(), typography));
                        if (foreign) {
                            filled.computeIfAbsent(entry.getKey(), key -> new TreeSet<>())
                                    .add(field.getKey());
                        }
                    }
                }
            }
        }
        return new JsonBundle(entries, filled);
    }

    /** The same with the blanks of all its texts as the language wants them. */
    private static JsonNode set(JsonNode node, Typography typography) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(typography.set(text.textValue()));
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, set(list.get(i), typography));
                }
                yield list;
            }
            case ObjectNode object -> {
                object.properties().forEach(field -> field.setValue(set(field.getValue(), typography)));
                yield object;
            }
            default -> node;
        };
    }

    /** A region speaks the language of its parent: {@code pt} is not foreign to {@code pt-BR}. */
    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    /** The fields of this entry that fell back. */
    public Set<String> filledFields(String entry) {
        return filled.getOrDefault(entry, Set.of());
    }
}
