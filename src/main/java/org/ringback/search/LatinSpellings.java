package org.ringback.search;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The words of one language by what is left of them in Latin letters, whoever writes them. */
final class LatinSpellings {

    /** One consonant is left of too many words. */
    private static final int SHORTEST = 2;

    private static final int SHORTEST_OF_SEVERAL = 3;

    /** From here on a word is told by how it begins. */
    private static final int TELLING = 4;

    /** More letters to each consonant than that write no word of a language whose vowels are left out. */
    private static final float MOST_LETTERS = 2.5f;

    private static final char FIRST_OTHER = '\u0080';
    private static final int MOST_ALIKE = 8;
    /** How much likelier a word has to be to be meant by another letter. */
    private static final int LETTER = 3;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Romanized romanized;
    private final NavigableMap<String, List<String>> bySkeleton = new TreeMap<>();
    /** Somebody who types has typed all words but the last one before. */
    private final Map<String, Optional<String>> wholes = new LastAsked<>();

    private final Map<String, Optional<String>> begun = new LastAsked<>();

    /**
     * Takes in words.
     *
     * @param readings of words whose letters do not tell how they sound, in Latin letters
     * @param words the likeliest first
     */
    LatinSpellings(Romanized romanized, Map<String, String> readings, Collection<String> words) {
        this.romanized = romanized;
        readings.forEach((reading, word) -> put(romanized.skeletonOfLatin(reading), word));
        words.stream()
                .filter(word -> word.chars().anyMatch(c -> c >= FIRST_OTHER))
                .forEach(word -> put(romanized.skeleton(SPACES.matcher(word).replaceAll("")), word));
    }

    private void put(String skeleton, String word) {
        List<String> alike = bySkeleton.computeIfAbsent(skeleton, missing -> new ArrayList<>(1));
        if (alike.size() < MOST_ALIKE) {
            alike.add(word);
        }
    }

    /** The word that was typed in so many pieces. */
    synchronized Optional<String> whole(String typed, int pieces) {
        return wholes.computeIfAbsent(pieces + typed, word -> find(typed, pieces));
    }

    /** The longest word with which the typed one begins, else one that it begins. */
    synchronized Optional<String> begun(String typed) {
        return begun.computeIfAbsent(typed, this::findBegun);
    }

    /** How letters sound, for {@link #sounding}. */
    String sound(String typed) {
        return romanized.skeletonOfLatin(typed);
    }

    /** The likeliest word that sounds just so. */
    Optional<String> sounding(String sound) {
        return Optional.ofNullable(bySkeleton.get(sound)).map(List::getFirst);
    }

    /** What the letters spell, be it a word or not. */
    String read(String typed) {
        return romanized.read(typed);
    }

    private Optional<String> find(String typed, int pieces) {
        String skeleton = romanized.skeletonOfLatin(typed);
        int shortest = pieces > 1 ? SHORTEST_OF_SEVERAL : Math.min(SHORTEST, typed.length());
        return skeleton.length() < shortest || typed.length() > MOST_LETTERS * skeleton.length() + 1
                ? Optional.empty()
                : likeliest(bySkeleton.get(skeleton), typed);
    }

    private Optional<String> findBegun(String typed) {
        String skeleton = romanized.skeletonOfLatin(typed);
        for (int length = skeleton.length() - 1; length >= TELLING; length--) {
            List<String> begins = bySkeleton.get(skeleton.substring(0, length));
            if (begins != null) {
                return Optional.of(begins.getFirst());
            }
        }
        var next = bySkeleton.ceilingEntry(skeleton);
        return skeleton.length() >= TELLING && next != null && next.getKey().startsWith(skeleton)
                ? Optional.of(next.getValue().getFirst())
                : Optional.empty();
    }

    private Optional<String> likeliest(List<String> alike, String typed) {
        if (alike == null || alike.size() == 1) {
            return Optional.ofNullable(alike).map(List::getFirst);
        }
        return alike.stream()
                .min(Comparator.comparingInt(
                        word -> LETTER * distance(romanized.written(word), typed) + alike.indexOf(word)));
    }

    /** How far what was typed is from the usual spelling of a text, in letters. */
    int distance(String meant, List<String> typed) {
        return distance(romanized.written(SPACES.matcher(meant).replaceAll("")), String.join("", typed));
    }

    /** How many letters are to be put in, left out or replaced to make one word of another (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static final class LastAsked<V> extends LinkedHashMap<String, V> {

        @Serial
        private static final long serialVersionUID = 1L;

        private static final int KEPT = 64;

        LastAsked() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > KEPT;
        }
    }
}
