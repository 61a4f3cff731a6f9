package org.ringback.search;

import java.util.Arrays;
import java.util.BitSet;

/** What one typed word finds in the pages of one language. */
final class WordMatch {

    private static final float ONLY_ON_PAGE = 0.25f;
    private static final double ALMOST_ONE = 0.5;
    private static final double LEAST_RARITY = 0.08;

    private final float[] weights;
    private final BitSet taken = new BitSet();
    private int[] stems = new int[4];
    private float[] qualities = new float[4];
    private int count;
    private float quality;
    private float rarity = 1;

    WordMatch(int codes) {
        weights = new float[codes];
    }

    /** A stem of the vocabulary that the word stands for; what it stands for best is told first. */
    void stem(int stem, float howWell) {
        if (taken.get(stem)) {
            return;
        }
        taken.set(stem);
        if (count == stems.length) {
            stems = Arrays.copyOf(stems, 2 * count);
            qualities = Arrays.copyOf(qualities, 2 * count);
        }
        stems[count] = stem;
        qualities[count++] = howWell;
    }

    /** A code whose page has the word in a place of this weight. */
    void weight(int code, int weight, float howWell) {
        weights[code] = Math.max(weights[code], weight * howWell);
        quality = Math.max(quality, howWell);
    }

    /** Works out how rare the word is, once everything is in. */
    WordMatch done() {
        rarity = rarity(weights);
        return this;
    }

    /** How rare a word is that has these weights for the codes; what only stands somewhere on a page counts for less. */
    static float rarity(float[] weights) {
        float pages = 0;
        for (float weight : weights) {
            pages += weight >= PassageKind.GIST.weight() ? 1 : weight > 0 ? ONLY_ON_PAGE : 0;
        }
        if (pages == 0) {
            return 1;
        }
        double all = weights.length + 1.0;
        return (float) Math.clamp(Math.log(all / (pages + ALMOST_ONE)) / Math.log(all), LEAST_RARITY, 1);
    }

    boolean found() {
        return count > 0;
    }

    /** The most that the word says about any code. */
    float weight() {
        float most = 0;
        for (float weight : weights) {
            most = Math.max(most, weight);
        }
        return most;
    }

    float weight(int code) {
        return code < weights.length ? weights[code] : 0;
    }

    /** How well the best of what was found is what was typed: 1 for the word itself, 0 for nothing. */
    float quality() {
        return quality;
    }

    /** Between nearly 0 for a word of every page and 1 for one of a single page, and for one that nobody uses. */
    float rarity() {
        return rarity;
    }

    int count() {
        return count;
    }

    int stem(int i) {
        return stems[i];
    }

    float quality(int i) {
        return qualities[i];
    }
}
