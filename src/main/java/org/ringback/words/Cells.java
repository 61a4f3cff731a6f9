package org.ringback.words;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How much room a text takes in a terminal: letters of Chinese, Japanese and Korean take two cells, marks above others none. */
public final class Cells {

    private static final Set<UnicodeScript> WIDE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private Cells() {}

    /** In cells of the terminal. */
    public static int width(String text) {
        int cells = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            cells += width(letter);
            i += Character.charCount(letter);
        }
        return cells;
    }

    private static int width(int letter) {
        // Nearly all letters in a log are these, and take one cell.
        if (letter >= ' ' && letter <= '~') {
            return 1;
        }
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(letter) ? 2 : 1;
        };
    }

    /** The scripts, their punctuation, and the full-width forms of other letters (East Asian Width, UAX 11). */
    private static boolean wide(int letter) {
        return letter >= 0x1100
                && (WIDE.contains(UnicodeScript.of(letter))
                        || (letter >= 0x3000 && letter < 0x3040)
                        || (letter >= 0xFF01 && letter <= 0xFF60)
                        || (letter >= 0xFFE0 && letter <= 0xFFE6));
    }

    /** As much of the text as fits into so many cells. */
    public static String upTo(int cells, String text) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            taken += width(letter);
            if (taken > cells) {
                break;
            }
            end += Character.charCount(letter);
        }
        return text.substring(0, end);
    }
}
