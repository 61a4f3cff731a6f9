package org.ringback.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Vietnamese as keys write it where no input method is switched on: by Telex ({@code khoong nghe masy}) or VNI
 * ({@code kho6ng nghe ma1y}). Letters or digits behind a vowel stand for its accents.
 */
final class Telex {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern SYLLABLE = Pattern.compile(
            "(b|ch?|d|g[hi]?|h|kh?|l|m|n|ng?h?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(ch?|m|n|n[gh]|p|t)?");

    private static final String VOWELS = "aeiouy";
    private static final String VNI = "0123456789";
    /** What Telex has for the digits of VNI; both 7 and 8 are a w, and 6 doubles a vowel. */
    private static final String VNI_IN_TELEX = "zsfrxj6wwd";

    private static final String TONES = "sfrxj";
    /** Acute, grave, hook above, tilde and dot below, in the order of {@link #TONES}. */
    private static final String TONE_MARKS = "\u0301\u0300\u0309\u0303\u0323";

    private static final char CIRCUMFLEX = '\u0302';
    private static final char BREVE = '\u0306';
    private static final char HORN = '\u031b';
    private static final char NONE = 0;

    private final StringBuilder letters = new StringBuilder();
    private char tone = NONE;
    private boolean hooked;
    private boolean stroke;
    private char doubled = NONE;

    private Telex() {}

    /**
     * What was meant, with its accents.
     *
     * @param own whether other words may stand between: where nobody writes Vietnamese, each has to be a syllable
     * @return nothing where no word is written so
     */
    static Optional<String> read(String typed, boolean own) {
        List<String> meant = new ArrayList<>();
        boolean written = false;
        for (String word : SPACES.split(typed.strip().toLowerCase(Locale.ROOT), -1)) {
            Optional<String> syllable = new Telex().syllable(word);
            if (syllable.isEmpty() && !own) {
                return Optional.empty();
            }
            meant.add(syllable.orElse(word));
            written |= syllable.isPresent() && !syllable.get().equals(word);
        }
        return written ? Optional.of(String.join(" ", meant)) : Optional.empty();
    }

    private Optional<String> syllable(String word) {
        for (int at = 0; at < word.length(); at++) {
            char typed = word.charAt(at);
            int digit = VNI.indexOf(typed);
            take(digit < 0 ? typed : VNI_IN_TELEX.charAt(digit));
        }
        return SYLLABLE.matcher(letters).matches() ? Optional.of(accented()) : Optional.empty();
    }

    /** A consonant that can end no syllable is an accent there. */
    private void take(char key) {
        boolean behindVowel = letters.chars().anyMatch(letter -> VOWELS.indexOf(letter) >= 0);
        if (behindVowel && tone == NONE && TONES.indexOf(key) >= 0) {
            tone = key;
        } else if (key == 'w' && behindVowel) {
            hooked = true;
        } else if (key == 'w') {
            letters.append('u');
            hooked = true;
        } else if (key == 'd' && !letters.isEmpty() && letters.charAt(0) == 'd') {
            stroke = true;
        } else if (key == '6' && behindVowel) {
            doubled = lastOf("aeo");
        } else if ("aeo".indexOf(key) >= 0 && letters.indexOf(String.valueOf(key)) >= 0) {
            doubled = key;
        } else if (key != 'z' || !behindVowel) {
            letters.append(key);
        }
    }

    private char lastOf(String vowels) {
        for (int i = letters.length() - 1; i >= 0; i--) {
            if (vowels.indexOf(letters.charAt(i)) >= 0) {
                return letters.charAt(i);
            }
        }
        return NONE;
    }

    private String accented() {
        var marked = new StringBuilder();
        int toned = tone == NONE ? -1 : toned();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            marked.append(i == 0 && stroke ? 'đ' : letter);
            if (letter == doubled) {
                marked.append(CIRCUMFLEX);
            } else if (hooked && isHooked(i)) {
                marked.append(letter == 'a' ? BREVE : HORN);
            }
            if (i == toned) {
                marked.append(TONE_MARKS.charAt(TONES.indexOf(tone)));
            }
        }
        return Normalizer.normalize(marked, Normalizer.Form.NFC);
    }

    /** u and o together take the horn both; else the u before others, and an a only without them. */
    private boolean isHooked(int at) {
        int u = letters.indexOf("u") == 1 && letters.charAt(0) == 'q' ? -1 : letters.indexOf("u");
        int o = letters.indexOf("o");
        if (letters.indexOf("oa") >= 0 || (u < 0 && o < 0)) {
            return letters.charAt(at) == 'a';
        }
        return (at == u && (o < 0 || o == u + 1)) || (at == o && (u < 0 || u == o - 1));
    }

    /** The tone stands on the vowel with another accent, else on the last one before a consonant, else on the one before. */
    private int toned() {
        int first = -1;
        int last = -1;
        int accented = -1;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            boolean initial = i == 1
                    && letters.length() > 2
                    && ((letters.charAt(0) == 'q' && letter == 'u') || isInitialI(letter));
            if (VOWELS.indexOf(letter) >= 0 && !initial) {
                first = first < 0 ? i : first;
                last = i;
                accented = letter == doubled || (hooked && isHooked(i)) ? i : accented;
            }
        }
        if (accented >= 0) {
            return accented;
        }
        return last < letters.length() - 1 || last - first == 0 ? last : last - 1;
    }

    private boolean isInitialI(char letter) {
        return letters.charAt(0) == 'g' && letter == 'i' && VOWELS.indexOf(letters.charAt(2)) >= 0;
    }
}
