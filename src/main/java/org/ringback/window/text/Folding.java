package org.ringback.window.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** A text as it is searched: whatever its case, accents and signs that nobody sees, with the way back to its letters. */
public final class Folding {

    private final StringBuilder folded = new StringBuilder();
    private final List<Integer> places = new ArrayList<>();
    private final int end;

    private Folding(String text) {
        end = text.length();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (!ClipText.unseen(letter) && !point(letter)) {
                folded.append(ClipText.blank(letter) ? ' ' : plain(letter));
                places.add(at);
            }
        }
    }

    /** How a text is searched. */
    public static String of(String text) {
        return new Folding(text).folded.toString();
    }

    /**
     * Where a text has some words.
     *
     * @param folded the words as they are searched; blank ones stand nowhere
     */
    public static List<Range> find(String folded, String text) {
        if (folded.isBlank()) {
            return List.of();
        }
        var folding = new Folding(text);
        List<Range> found = new ArrayList<>();
        for (int at = folding.folded.indexOf(folded);
                at >= 0;
                at = folding.folded.indexOf(folded, at + folded.length())) {
            int after = at + folded.length();
            int to = after < folding.places.size() ? folding.places.get(after) : folding.end;
            found.add(new Range(folding.places.get(at), to));
        }
        return List.copyOf(found);
    }

    /** Vowels and marks of Hebrew and Arabic, which hardly anybody types. */
    private static boolean point(char letter) {
        return letter >= '\u0591' && letter <= '\u06ed' && Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static char plain(char letter) {
        char small = Character.toLowerCase(letter);
        if (small == 'ё') {
            return 'е';
        }
        boolean accented = (small >= '\u00c0' && small < '\u0250') || (small >= '\u1e00' && small < '\u1f00');
        return accented
                ? Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD)
                        .charAt(0)
                : small;
    }
}
