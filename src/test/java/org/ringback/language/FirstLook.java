package org.ringback.language;

import java.lang.Character.UnicodeScript;

/**
 * Sees letter by letter that a text has no fault for which {@link Prose} has a pattern, which is so almost everywhere; where it
 * is not sure, the patterns decide.
 */
final class FirstLook {

    private static final int IN_WORDS = 1;
    private static final int BLANK = 2;
    private static final int STOP = 4;
    private static final int CLOSE_STOP = 8;
    private static final int LATIN = 16;
    private static final int LIKE_LATIN = 32;
    /** Half a character tells nothing. */
    private static final int HALF = 64;

    private static final byte[] KINDS = kinds();

    private FirstLook() {}

    private static byte[] kinds() {
        var kinds = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = (byte) kind(c);
        }
        return kinds;
    }

    private static int kind(int c) {
        if (Character.isSurrogate((char) c)) {
            return HALF;
        }
        UnicodeScript script = UnicodeScript.of(c);
        int kind = 0;
        if (inWords(c)) {
            kind |= IN_WORDS;
        }
        if (" \t\n\u000b\f\r".indexOf(c) >= 0) {
            kind |= BLANK;
        }
        if (".,;:?!".indexOf(c) >= 0) {
            kind |= STOP;
        }
        if (".,;:".indexOf(c) >= 0) {
            kind |= CLOSE_STOP;
        }
        if (script == UnicodeScript.LATIN) {
            kind |= LATIN;
        }
        if (script == UnicodeScript.CYRILLIC || script == UnicodeScript.GREEK) {
            kind |= LIKE_LATIN;
        }
        return kind;
    }

    private static boolean inWords(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(c);
        };
    }

    /** Whether there is surely no fault in it. */
    static boolean seesNothing(String text) {
        if (text.contains("''") || text.contains("null") || text.contains("[]")) {
            return false;
        }
        int before = 0;
        int word = 0;
        for (int i = 0; i < text.length(); i++) {
            int kind = KINDS[text.charAt(i)];
            if (kind == HALF
                    || oddTogether(before, kind, text.charAt(i))
                    || (text.charAt(i) == '{' && i + 1 < text.length() && isDigit(text.charAt(i + 1)))
                    || (kind == BLANK && before != 0 && again(text, word, i))) {
                return false;
            }
            if ((kind & IN_WORDS) == 0) {
                word = i + 1;
            }
            before = kind;
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean oddTogether(int before, int kind, char c) {
        return ((before & STOP) != 0 && (kind & CLOSE_STOP) != 0)
                || (before == BLANK && (kind == BLANK || c == ',' || c == '.'))
                || ((before & LATIN) != 0 && (kind & LIKE_LATIN) != 0)
                || ((before & LIKE_LATIN) != 0 && (kind & LATIN) != 0);
    }

    /** Whether the word that ends at this blank begins once more behind it. */
    private static boolean again(String text, int word, int blank) {
        return word < blank && text.regionMatches(true, blank + 1, text, word, blank - word);
    }
}
