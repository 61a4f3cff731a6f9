package org.ringback.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ringback.language.Language;
import org.ringback.language.Languages;

/** All hand-written contrasts in one language. */
public final class Contrasts {

    private final Map<String, Contrast> byPair = new HashMap<>();
    private final Map<String, Set<String>> filled;

    private Contrasts(Map<String, Set<String>> filled) {
        this.filled = filled;
    }

    public static Contrasts load(Languages languages, Language language) {
        var json = JsonMapper.builder().build();
        var bundle = languages.bundle("handbook", "contrasts", language);
        var contrasts = new Contrasts(bundle.filled());
        bundle.entries().forEach((pair, words) -> {
            try {
                contrasts.byPair.put(pair, json.treeToValue(words, Contrast.class));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The contrast of " + pair + " has a wrong shape", e);
            }
        });
        return contrasts;
    }

    /** The note on two codes, in whichever order they are given. */
    public Optional<Contrast> of(int one, int other) {
        return Optional.ofNullable(byPair.get(pair(one, other)));
    }

    /** Whether a part of the note stands in another language than the one asked for. */
    public boolean filled(int one, int other) {
        return filled.containsKey(pair(one, other));
    }

    /** The codes with which people confuse this one. */
    public Set<Integer> confusedWith(int code) {
        var others = new TreeSet<Integer>();
        for (String pair : byPair.keySet()) {
            int dash = pair.indexOf('-');
            int low = Integer.parseInt(pair.substring(0, dash));
            int high = Integer.parseInt(pair.substring(dash + 1));
            if (low == code) {
                others.add(high);
            } else if (high == code) {
                others.add(low);
            }
        }
        return others;
    }

    private static String pair(int one, int other) {
        return Math.min(one, other) + "-" + Math.max(one, other);
    }
}
