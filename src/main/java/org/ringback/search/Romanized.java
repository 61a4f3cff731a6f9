package org.ringback.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words that people write in Latin letters although the language has others. There are several ways to do so, so letters
 * are read one by one, the longest spelling first, and words are compared by what stays the same in all ways.
 */
final class Romanized {

    private static final String END = "_";
    private static final Pattern THAI_SILENT = Pattern.compile("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c");
    private static final Pattern THAI_VOWEL_BEFORE = Pattern.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])");

    private final Map<String, List<String>> latin;
    private final List<Map.Entry<String, String>> rules;
    private final List<Map.Entry<String, String>> letters = new ArrayList<>();

    Romanized(Map<String, List<String>> latin, List<Map.Entry<String, String>> rules) {
        this.latin = latin;
        this.rules = rules;
        latin.forEach((letter, spellings) -> spellings.stream()
                .filter(spelling -> !spelling.isEmpty())
                .forEach(spelling -> letters.add(Map.entry(spelling, letter))));
        letters.sort((one, other) -> {
            int longer = other.getKey().length() - one.getKey().length();
            return longer != 0 ? longer : usual(one) - usual(other);
        });
    }

    private int usual(Map.Entry<String, String> spelling) {
        return latin.get(spelling.getValue()).indexOf(spelling.getKey());
    }

    /** What a word of the language looks like in Latin letters, whoever writes it: its skeleton. */
    String skeleton(String word) {
        return skeletonOfLatin(written(word));
    }

    /** A word of the language in its usual Latin letters. */
    String written(String word) {
        var written = new StringBuilder();
        asItSounds(word)
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> written.append(
                        latin.getOrDefault(letter, List.of(letter)).getFirst()));
        return written.toString();
    }

    /** Letter by letter, without the silent ones of Thai, and its vowels behind the consonant before which they stand. */
    private static String asItSounds(String word) {
        String letters = Hangul.letters(word);
        return THAI_VOWEL_BEFORE
                .matcher(THAI_SILENT.matcher(letters).replaceAll(""))
                .replaceAll("$2$1");
    }

    /** The skeleton of a word that was typed in Latin letters; rules may say {@code _} for its end. */
    String skeletonOfLatin(String typed) {
        String same = typed.toLowerCase(Locale.ROOT) + END;
        for (var rule : rules) {
            same = same.replace(rule.getKey(), rule.getValue());
        }
        return same.replace(END, "");
    }

    /** The word that the typed letters most usually stand for. */
    String read(String typed) {
        var word = new StringBuilder();
        int at = 0;
        while (at < typed.length()) {
            String letter = typed.substring(at, at + 1);
            int length = 1;
            for (var spelling : letters) {
                if (typed.startsWith(spelling.getKey(), at)) {
                    letter = spelling.getValue();
                    length = spelling.getKey().length();
                    break;
                }
            }
            word.append(letter);
            at += length;
        }
        return word.toString();
    }
}
