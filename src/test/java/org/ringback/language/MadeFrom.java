package org.ringback.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From which English each text of a language was made.
 *
 * @param noted the hashes of both by the key of the text
 */
record MadeFrom(SortedMap<String, Pair> noted) {

    /** The English and the text that was made from it. */
    record Pair(String english, String own) {}

    /** What has become of a text since it was noted. */
    enum State {
        /** The English is as it was. */
        CURRENT,
        /** Nobody noted yet from which English it was made. */
        NEW,
        /** Both have changed, so that somebody has mended it. */
        MENDED,
        /** The English has changed, and the text has not. */
        STALE
    }

    MadeFrom {
        noted = new TreeMap<>(noted);
    }

    State state(String key, JsonNode english, JsonNode own) {
        Pair pair = noted.get(key);
        if (pair == null) {
            return State.NEW;
        }
        if (pair.english().equals(Translatable.hash(english))) {
            return State.CURRENT;
        }
        return pair.own().equals(Translatable.hash(own)) ? State.STALE : State.MENDED;
    }

    /** The keys of the texts that are in a state. */
    List<String> in(State state, Map<String, JsonNode> english, Map<String, JsonNode> own) {
        List<String> keys = new ArrayList<>();
        english.forEach((key, text) -> {
            if (own.containsKey(key) && state(key, text, own.get(key)) == state) {
                keys.add(key);
            }
        });
        return keys;
    }

    /**
     * The same after the texts were looked at: what is stale stays so unless it is named.
     *
     * @param stillRight keys of stale texts that are right as they are
     */
    MadeFrom accepted(Map<String, JsonNode> english, Map<String, JsonNode> own, Collection<String> stillRight) {
        SortedMap<String, Pair> accepted = new TreeMap<>();
        english.forEach((key, text) -> {
            if (own.containsKey(key)) {
                boolean stale = state(key, text, own.get(key)) == State.STALE && !stillRight.contains(key);
                accepted.put(
                        key,
                        stale ? noted.get(key) : new Pair(Translatable.hash(text), Translatable.hash(own.get(key))));
            }
        });
        return new MadeFrom(accepted);
    }
}
