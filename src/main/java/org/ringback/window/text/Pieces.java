package org.ringback.window.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * What the toolkit is given of a paragraph: one piece where that is drawn right, else one for each place where a line may
 * end. JavaFX 26 shapes the rest of a broken piece again from the whole, so that it paints over its neighbors, and from
 * right to left it may throw; a piece that need not be broken has neither fault. And of a run whose letters and signs come
 * from two fonts it lays the parts from left to right, so from right to left letters and signs are pieces of their own.
 * Between them stand signs that nobody sees; they are pieces too, since fonts draw boxes for them.
 */
final class Pieces {

    /** A soft hyphen tells the toolkit, which asks no dictionary of Thai, that a line may end here. */
    private static final char MAY_END = '\u00ad';

    /** Tells it that no line ends here. */
    private static final char HOLDS = '\ufeff';

    /** Java lets a line begin with these commas of Arabic where a parenthesis stands before. */
    private static final String COMMAS = "\u060c\u061b";

    private final String words;
    private final boolean rightToLeft;
    private final boolean byDictionary;
    private final BitSet lineEnds;
    private final List<String> pieces = new ArrayList<>();
    private int from;

    private Pieces(String words, boolean rightToLeft) {
        Locale locale = Scripts.lines(words);
        this.words = words;
        this.rightToLeft = rightToLeft;
        this.byDictionary = !locale.equals(Locale.ROOT);
        this.lineEnds = lineEnds(words, locale);
    }

    /** @param mirrored whether the paragraph as a whole is set from right to left */
    static List<String> of(String words, boolean mirrored) {
        if (words.isEmpty() || (!mirrored && !Scripts.complex(words))) {
            return List.of(words);
        }
        boolean rightToLeft = mirrored || Scripts.rightToLeft(words);
        return new Pieces(rightToLeft ? Isolates.around(words) : words, rightToLeft).cut();
    }

    /** Whether a piece is a sign that nobody should see. */
    static boolean unseen(String piece) {
        return piece.length() == 1 && ClipText.unseen(piece.charAt(0));
    }

    /** Whether a line may end after a piece, whatever follows. */
    static boolean ends(String piece) {
        return piece.endsWith(" ") || piece.endsWith(String.valueOf(MAY_END));
    }

    /** Whether it is a word that is the same in every language, or a part of one. */
    static boolean foreign(String piece) {
        return piece.chars().anyMatch(letter -> Character.isLetterOrDigit(letter)) && !Scripts.complex(piece);
    }

    private List<String> cut() {
        boolean isolated = false;
        for (int at = 1; at < words.length(); at++) {
            char before = words.charAt(at - 1);
            char after = words.charAt(at);
            isolated = before == Isolates.BEGIN || (isolated && before != Isolates.END);
            boolean inOneWord = foreign(before) && foreign(after);
            boolean held = lineEnds.get(at) && (inOneWord || COMMAS.indexOf(after) >= 0);
            boolean lineEnd = lineEnds.get(at) && !held;
            boolean hidden = lineEnd && byDictionary && ofWord(before) && ofWord(after);
            boolean signs = rightToLeft && !isolated && ofWord(before) != ofWord(after);
            if (lineEnd || held || signs || ClipText.unseen(before) || ClipText.unseen(after)) {
                end(at);
            }
            if (held || hidden) {
                pieces.add(String.valueOf(held ? HOLDS : MAY_END));
            }
        }
        end(words.length());
        return List.copyOf(pieces);
    }

    private void end(int at) {
        pieces.add(words.substring(from, at));
        from = at;
    }

    private static BitSet lineEnds(String words, Locale locale) {
        BreakIterator lines = BreakIterator.getLineInstance(locale);
        lines.setText(words);
        var ends = new BitSet();
        for (int at = lines.first(); at != BreakIterator.DONE; at = lines.next()) {
            ends.set(at);
        }
        return ends;
    }

    /** A character of an address, a code or another word that is the same in every language. */
    private static boolean foreign(char letter) {
        return letter > ' ' && letter < '\u0250' && letter != '\u00a0' && letter != '\u00ad';
    }

    private static boolean ofWord(char letter) {
        return Character.isLetterOrDigit(letter)
                || Character.isSurrogate(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
    }
}
