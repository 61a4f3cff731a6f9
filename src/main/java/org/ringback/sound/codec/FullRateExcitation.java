package org.ringback.sound.codec;

/**
 * What excites the filter of GSM full rate, 5 ms at a time: pulses on a grid, and what was there one period of the voice ago
 * (GSM 06.10, sections 5.3.1 and 5.3.2).
 */
final class FullRateExcitation {

    static final int LENGTH = 40;

    private static final int PULSES = 13;
    private static final int SHORTEST_LAG = 40;
    private static final int LONGEST_LAG = 120;

    /** How much of the earlier excitation comes back, and the mantissas of the largest pulse (tables 5.3b and 5.6). */
    private static final int[] GAINS = {3277, 11_469, 21_299, 32_767};

    private static final int[] MANTISSAS = {18_431, 20_479, 22_527, 24_575, 26_623, 28_671, 30_719, 32_767};

    /** The last 120 values, the oldest first. */
    private final int[] past = new int[LONGEST_LAG];

    private int lag = SHORTEST_LAG;

    /** Reads the next part of a frame and writes 40 values. */
    void read(BitSource bits, int[] excited, int at) {
        int saidLag = bits.next(7);
        if (saidLag >= SHORTEST_LAG && saidLag <= LONGEST_LAG) {
            lag = saidLag;
        }
        int gain = GAINS[bits.next(2)];
        int[] pulses = pulses(bits);
        for (int i = 0; i < LENGTH; i++) {
            int earlier = past[LONGEST_LAG - lag + i];
            excited[at + i] = Saturation.of(pulses[i] + Saturation.rounded(gain, earlier));
        }
        System.arraycopy(past, LENGTH, past, 0, LONGEST_LAG - LENGTH);
        System.arraycopy(excited, at, past, LONGEST_LAG - LENGTH, LENGTH);
    }

    private static int[] pulses(BitSource bits) {
        int grid = bits.next(2);
        int largest = bits.next(6);
        int exponent = largest > 15 ? (largest >> 3) - 1 : 0;
        int mantissa = largest - (exponent << 3);
        if (mantissa == 0) {
            exponent = -4;
            mantissa = 7;
        } else {
            while (mantissa <= 7) {
                mantissa = mantissa << 1 | 1;
                exponent--;
            }
            mantissa -= 8;
        }
        int right = 6 - exponent;
        int half = right > 0 ? 1 << (right - 1) : 0;
        int[] pulses = new int[LENGTH];
        for (int i = 0; i < PULSES; i++) {
            int height = (2 * bits.next(3) - 7) << 12;
            int scaled = Saturation.rounded(MANTISSAS[mantissa], height);
            pulses[grid + 3 * i] = Saturation.of(scaled + half) >> right;
        }
        return pulses;
    }
}
