package org.ringback.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How words of one language come to be typed in letters that are not its own. */
final class Typing {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final char FIRST_OTHER = '\u0080';

    private final Optional<Keyboard> keyboard;
    private final Optional<Romanized> romanized;
    private final Map<String, String> bySkeleton = new HashMap<>();

    /**
     * Prepares for a language.
     *
     * @param words that are likely to be meant
     */
    Typing(Speech speech, String[] words) {
        keyboard = speech.keyboard().isEmpty() ? Optional.empty() : Optional.of(new Keyboard(speech.keyboard()));
        romanized = speech.latin().isEmpty()
                ? Optional.empty()
                : Optional.of(new Romanized(speech.latin(), speech.skeleton()));
        romanized.ifPresent(letters -> {
            for (String word : words) {
                bySkeleton.putIfAbsent(letters.skeleton(word), word);
            }
        });
    }

    /** What was meant if the keyboard was set to English. */
    Optional<String> onEnglishKeys(String typed) {
        return keyboard.map(keys -> keys.fromEnglish(typed)).filter(meant -> !meant.equalsIgnoreCase(typed));
    }

    /** What was meant if the keyboard was set to this language, and English was meant. */
    Optional<String> onOwnKeys(String typed) {
        return keyboard.map(keys -> keys.toEnglish(typed)).filter(meant -> !meant.equalsIgnoreCase(typed));
    }

    /** What was meant if the words stand there in Latin letters. */
    Optional<String> fromLatin(String typed) {
        return romanized
                .filter(letters -> typed.chars().allMatch(c -> c < FIRST_OTHER))
                .map(letters -> {
                    var meant = new StringBuilder();
                    for (String word : SPACES.split(typed.strip(), -1)) {
                        String known = bySkeleton.get(letters.skeletonOfLatin(word));
                        meant.append(meant.isEmpty() ? "" : " ").append(known == null ? letters.read(word) : known);
                    }
                    return meant.toString();
                });
    }
}
