package org.ringback.sound;

import java.util.Arrays;

/**
 * Brings sound to another rate. What it gives comes {@link #TAPS}/2 samples of the lower rate later than what it takes, 2 ms at
 * 8000 Hz: it hears that far ahead. It gives as many samples as the rates demand, however the sound is cut up.
 */
final class Resampler {

    /** How many samples of the lower rate each result is made of. */
    private static final int TAPS = 32;

    /** Between two samples so many places are told apart. */
    private static final int PHASES = 480;

    /** What is kept of the band, so that the filter has room to fall. */
    private static final double PASSED = 0.92;

    private final int from;
    private final int to;
    private final int taps;
    private final float[][] filters;
    /** The last samples, twice, so that wherever they begin they lie in one piece. */
    private final float[] past;

    /** Which of them is the oldest. */
    private int oldest;

    /** How far the next result lies behind the newest sample, in parts of {@code to}. */
    private long behind;

    Resampler(int from, int to) {
        this.from = from;
        this.to = to;
        double cutoff = Math.min(1.0, (double) to / from);
        taps = (int) Math.ceil(TAPS / cutoff);
        past = new float[2 * taps];
        filters = new float[PHASES][];
        for (int phase = 0; phase < PHASES; phase++) {
            filters[phase] = filter(taps, cutoff * PASSED, (double) phase / PHASES);
        }
    }

    /** A window of a sinc, whose middle lies a part of a sample before that of the taps. */
    private static float[] filter(int taps, double cutoff, double part) {
        double[] weights = new double[taps];
        double sum = 0;
        for (int i = 0; i < taps; i++) {
            double at = i - taps / 2.0 + part;
            double angle = Math.PI * at * cutoff;
            double sinc = Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
            double turn = 2 * Math.PI * at / taps;
            double window = 0.42 + 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
            weights[i] = sinc * window;
            sum += weights[i];
        }
        float[] filter = new float[taps];
        for (int i = 0; i < taps; i++) {
            filter[i] = (float) (weights[i] / sum);
        }
        return filter;
    }

    /** The next samples, as far as they follow from these. */
    short[] next(short[] samples) {
        short[] results = new short[(int) ((behind + (long) samples.length * to) / from)];
        int count = 0;
        for (short sample : samples) {
            past[oldest] = sample;
            past[oldest + taps] = sample;
            oldest = oldest + 1 == taps ? 0 : oldest + 1;
            behind += to;
            while (behind >= from) {
                behind -= from;
                results[count++] = result((int) (behind * PHASES / to));
            }
        }
        return results;
    }

    private short result(int phase) {
        float[] filter = filters[phase];
        float sum = 0;
        for (int i = 0; i < taps; i++) {
            sum += filter[i] * past[oldest + i];
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** Forgets what was before: after silence nothing of it is heard. */
    void forget() {
        Arrays.fill(past, 0);
    }
}
