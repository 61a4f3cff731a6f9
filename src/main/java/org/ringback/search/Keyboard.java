package org.ringback.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What somebody meant to type whose keyboard was set to the other of two languages. */
final class Keyboard {

    private final Map<String, String> toOther;
    private final Map<String, String> toEnglish = new HashMap<>();

    /** The keyboard of a language beside the English one. */
    Keyboard(Map<String, String> letters) {
        this.toOther = letters;
        letters.forEach((english, other) -> toEnglish.put(other, english));
    }

    /** What the same keys write in the language. */
    String fromEnglish(String typed) {
        return Hangul.syllables(through(toOther, typed));
    }

    /** What the same keys write in English. */
    String toEnglish(String typed) {
        return through(toEnglish, Hangul.letters(typed)).toLowerCase(Locale.ROOT);
    }

    private static String through(Map<String, String> keys, String typed) {
        var meant = new StringBuilder();
        typed.codePoints().mapToObj(Character::toString).forEach(letter -> {
            String small = letter.toLowerCase(Locale.ROOT);
            meant.append(keys.getOrDefault(letter, keys.getOrDefault(small, small)));
        });
        return meant.toString();
    }
}
