package org.ringback.search;

import java.util.ArrayList;
import java.util.List;
import org.ringback.language.Language;

/**
 * Why a code was found where that is not obvious.
 *
 * @param kind where the words stand
 * @param text the sentence or the phrase that has them
 * @param language of the text
 * @param hits where in the text they stand, in order
 */
public record WhyFound(PassageKind kind, String text, Language language, List<Hit> hits) {

    private static final String LEFT_OUT = "\u2026\u00a0";

    /** So much before the first word tells what it is about. */
    private static final int BEFORE = 24;

    /** A text that is not longer than this is read as fast as found. */
    private static final int SHORT = 48;

    public WhyFound {
        hits = List.copyOf(hits);
    }

    /**
     * A word that was looked for.
     *
     * @param from its first character
     * @param to the one behind its last
     */
    public record Hit(int from, int to) {}

    /** The same with a text that begins shortly before the first of the words, where it stands far inside. */
    public WhyFound fromHit() {
        if (text.length() <= SHORT || hits.isEmpty() || hits.getFirst().from() <= BEFORE) {
            return this;
        }
        int begin = text.indexOf(' ', hits.getFirst().from() - BEFORE) + 1;
        int shift = LEFT_OUT.length() - begin;
        List<Hit> moved = new ArrayList<>();
        hits.forEach(hit -> moved.add(new Hit(hit.from() + shift, hit.to() + shift)));
        return new WhyFound(kind, LEFT_OUT + text.substring(begin), language, moved);
    }
}
