package org.ringback.search;

import java.util.Arrays;
import java.util.List;
import org.ringback.search.terms.Term;

/**
 * What a text can be known by beside its words: each stem, each stem with the next one and the one after that, and pieces of
 * three and four letters of the words that say something. Pieces are alike where forms, slips and compounds are not.
 */
final class Signs {

    private static final float STEM = 1;
    private static final float NEIGHBORS = 1;
    private static final float APART = 0.5f;
    private static final float PIECE = 0.5f;

    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 4;

    /** A piece knows where its word begins and ends. */
    private static final char EDGE = ' ';

    /** What the name of a piece begins with, so that it is not that of a stem with the same letters. */
    private static final int PIECE_NAME = -5;

    /** Spreads names evenly: the golden ratio, as Knuth advises for hashing. */
    private static final int SPREAD = 0x9E3779B9;

    private final int[] names;
    private final float[] weights;

    private Signs(int[] names, float[] weights) {
        this.names = names;
        this.weights = weights;
    }

    /** Each sign once, in order: numbers that are hardly ever the same for two signs. */
    int[] names() {
        return names;
    }

    /** How much each of them says, if all were equally rare. */
    float[] weights() {
        return weights;
    }

    /** The signs of a text. */
    static Signs of(List<Term> text) {
        return of(text, true);
    }

    /** The signs of each word alone, for texts that say things in other words than people do. */
    static Signs ofWords(List<Term> text) {
        return of(text, false);
    }

    private static Signs of(List<Term> text, boolean pairs) {
        var found = new Collected();
        for (int i = 0; i < text.size(); i++) {
            Term term = text.get(i);
            found.add(term.stem().hashCode(), STEM);
            if (pairs && i > 0) {
                found.add(pair(text.get(i - 1), term), NEIGHBORS);
            }
            if (pairs && i > 1) {
                found.add(pair(text.get(i - 2), term), APART);
            }
            if (!term.filler()) {
                pieces(EDGE + term.word() + EDGE, found);
            }
        }
        return found.signs();
    }

    private static int pair(Term first, Term second) {
        return 31 * (31 * first.stem().hashCode() + EDGE) + second.stem().hashCode();
    }

    private static void pieces(String word, Collected found) {
        for (int from = 0; from + SHORTEST_PIECE <= word.length(); from++) {
            int name = PIECE_NAME;
            for (int at = from; at < Math.min(word.length(), from + LONGEST_PIECE); at++) {
                name = 31 * name + word.charAt(at);
                if (at - from + 1 >= SHORTEST_PIECE) {
                    found.add(name, PIECE);
                }
            }
        }
    }

    /** Signs as they come, some of them several times. */
    private static final class Collected {

        private long[] all = new long[64];
        private int count;

        /** The name is above, the weight below: both can be sorted at once. */
        void add(int name, float weight) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            // That the product wraps around is what spreads the names.
            int spread = name * SPREAD;
            all[count++] = (long) spread << Integer.SIZE | Float.floatToIntBits(weight);
        }

        /** Of a sign that came several times the greatest weight counts, which is sorted last. */
        Signs signs() {
            Arrays.sort(all, 0, count);
            var names = new int[count];
            var weights = new float[count];
            int different = 0;
            for (int i = 0; i < count; i++) {
                int name = (int) (all[i] >> Integer.SIZE);
                if (different == 0 || names[different - 1] != name) {
                    names[different++] = name;
                }
                weights[different - 1] = Float.intBitsToFloat((int) all[i]);
            }
            return new Signs(Arrays.copyOf(names, different), Arrays.copyOf(weights, different));
        }
    }
}
