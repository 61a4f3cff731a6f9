package org.ringback.search.terms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes text comparable: case, accents and the kind of digits do not matter, whatever the default locale is. */
public final class Words {

    private static final char FIRST_MARK_THAT_MATTERS = '\u0700';

    /** Thai writes one letter that Unicode takes apart for good; a dictionary knows words only with that letter. */
    private static final String THAI_AM = "\u0e33";

    private static final String THAI_AM_APART = "\u0e4d\u0e32";

    private Words() {}

    /** The words of a text, folded, in order. */
    public static List<String> of(String text) {
        String folded = fold(text);
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && belongs(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** A text without case, accents and kinds of digits. */
    public static String fold(String text) {
        if (plain(text)) {
            return text;
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isDigit(c)) {
                // A keyboard may have the digits of its own script.
                folded.append((char) ('0' + Character.digit(c, 10)));
            } else if (!isAccent(c)) {
                folded.append(
                        switch (c) {
                            // A Turkish user types a dotless i where English has a dotted one.
                            case '\u0131' -> 'i';
                            // Its stroke is no accent to Unicode, and whoever types without accents leaves it out.
                            case '\u0111' -> 'd';
                            case '\u0142' -> 'l';
                            default -> c;
                        });
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Accents, and the points that Hebrew and Arabic leave out; in other scripts marks are letters. */
    private static boolean isAccent(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK && c < FIRST_MARK_THAT_MATTERS;
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /**
     * A text as a tokenizer should see it: words apart at everything but letters, digits and what belongs to them, accents
     * where the language has them, none where only somebody marked the stress.
     */
    static String apart(String text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC).replace(THAI_AM_APART, THAI_AM);
        var apart = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c >= '\u0300' && c <= '\u036f') {
                continue;
            }
            char shown = belongs(c) ? c : isApostrophe(c) ? '\'' : ' ';
            if (!apart.isEmpty() && glued(apart.charAt(apart.length() - 1), shown)) {
                apart.append(' ');
            }
            apart.append(shown);
        }
        return apart.toString();
    }

    /** Korean writes its words and Latin ones in one: BLF안됨, 30초후. */
    private static boolean glued(char before, char after) {
        return Character.isLetterOrDigit(before)
                && Character.isLetterOrDigit(after)
                && hangul(before) != hangul(after)
                && (before < 0x80 || after < 0x80);
    }

    private static boolean hangul(char c) {
        return c >= '\uac00' && c <= '\ud7a3';
    }

    private static boolean belongs(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc';
    }
}
