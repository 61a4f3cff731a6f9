package org.ringback.handbook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes text comparable: case, accents and the kind of digits do not matter, whatever the default locale is. */
final class Words {

    private Words() {}

    /** The words of a text, folded, in order. */
    static List<String> of(String text) {
        String folded = fold(text);
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isDigit(c)) {
                // A keyboard may have the digits of its own script.
                folded.append((char) ('0' + Character.digit(c, 10)));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                // A Turkish user types a dotless i where English has a dotted one.
                folded.append(c == '\u0131' ? 'i' : c);
            }
        }
        return folded.toString();
    }
}
