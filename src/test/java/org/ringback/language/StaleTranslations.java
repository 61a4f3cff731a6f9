package org.ringback.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ringback.language.MadeFrom.State;

/** Tells which texts of a language to look at because their English has changed: with the English before and after. */
final class StaleTranslations {

    /** More at once helps nobody; the number of all is told. */
    private static final int MOST = 60;

    private final Map<String, JsonNode> english;
    private final Map<String, JsonNode> before;

    /**
     * Takes both kinds of English.
     *
     * @param english as it is now, by key
     * @param before from which translations were made, by hash
     */
    StaleTranslations(Map<String, JsonNode> english, Map<String, JsonNode> before) {
        this.english = Map.copyOf(english);
        this.before = Map.copyOf(before);
    }

    /** The list; empty if there is nothing to do. */
    String told(Language language, Map<String, JsonNode> own, MadeFrom madeFrom) {
        List<String> stale =
                madeFrom.in(State.STALE, english, own).stream().sorted().toList();
        int toNote = madeFrom.in(State.NEW, english, own).size()
                + madeFrom.in(State.MENDED, english, own).size();
        var told = new StringBuilder();
        if (!stale.isEmpty()) {
            told.append(language.ownName())
                    .append(": texts whose English has changed since: ")
                    .append(stale.size())
                    .append(". Mend them, or name those that are right as they are;\n"
                            + "then: mvn -Ptranslations [-Dright=")
                    .append(stale.getFirst())
                    .append(",...]\n");
            stale.stream()
                    .limit(MOST)
                    .forEach(key -> add(key, own.get(key), madeFrom.noted().get(key), told));
        }
        if (toNote > 0) {
            told.append(language.ownName())
                    .append(": new or mended texts that are not noted yet: ")
                    .append(toNote)
                    .append(". Run: mvn -Ptranslations\n");
        }
        return told.toString();
    }

    private void add(String key, JsonNode own, MadeFrom.Pair pair, StringBuilder told) {
        told.append("  ").append(key).append('\n');
        JsonNode now = english.get(key);
        JsonNode then = before.get(pair.english());
        if (then != null && then.isArray() && now.isArray()) {
            IntStream.range(0, Math.max(then.size(), now.size()))
                    .filter(i -> !then.path(i).equals(now.path(i)))
                    .forEach(i -> add("[" + i + "] ", then.path(i), now.path(i), own.path(i), told));
        } else {
            add("", then, now, own, told);
        }
    }

    private static void add(String place, JsonNode then, JsonNode now, JsonNode own, StringBuilder told) {
        told.append("    ").append(place).append("before: ").append(text(then)).append('\n');
        told.append("    ").append(place).append("after:  ").append(text(now)).append('\n');
        told.append("    ").append(place).append("still:  ").append(text(own)).append('\n');
    }

    private static String text(JsonNode node) {
        return node == null || node.isMissingNode() ? "-" : node.isTextual() ? node.textValue() : node.toString();
    }
}
