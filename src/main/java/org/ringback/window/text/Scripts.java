package org.ringback.window.text;

import java.lang.Character.UnicodeScript;
import java.text.Bidi;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which scripts need care: the toolkit cannot wrap a text of them without painting parts of it twice, or failing. */
final class Scripts {

    private static final int FIRST_COMPLEX = 0x0590;

    /** All whose letters join, reorder or stack. */
    private static final Set<UnicodeScript> COMPLEX = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.SYRIAC,
            UnicodeScript.THAANA,
            UnicodeScript.NKO,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.TIBETAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER);

    private Scripts() {}

    static boolean complex(String words) {
        return words.codePoints()
                .anyMatch(letter -> letter >= FIRST_COMPLEX && COMPLEX.contains(UnicodeScript.of(letter)));
    }

    /** Whether something in it is written from right to left. */
    static boolean rightToLeft(String words) {
        char[] letters = words.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length);
    }

    static boolean rightToLeft(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }

    /** Whose rules say where its lines may end: Thai, Lao and Khmer write no blanks, so a dictionary has to know. */
    static Locale lines(String words) {
        return words.codePoints()
                .filter(letter -> letter >= FIRST_COMPLEX)
                .mapToObj(UnicodeScript::of)
                .map(Scripts::dictionary)
                .filter(locale -> !locale.equals(Locale.ROOT))
                .findFirst()
                .orElse(Locale.ROOT);
    }

    private static Locale dictionary(UnicodeScript script) {
        return switch (script) {
            case THAI -> Locale.of("th");
            case LAO -> Locale.of("lo");
            case KHMER -> Locale.of("km");
            default -> Locale.ROOT;
        };
    }
}
