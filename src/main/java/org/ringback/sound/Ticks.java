package org.ringback.sound;

/**
 * Positions in a playout, counted in 1/48,000 s: a whole number of samples at 8, 16, 24, 32 and 48 kHz alike, so that frames stand
 * beside each other without cracks.
 */
final class Ticks {

    static final int PER_SECOND = 48_000;

    private Ticks() {}

    static long ofMicros(long micros) {
        return micros * 6 / 125;
    }

    static long toMicros(long ticks) {
        return ticks * 125 / 6;
    }

    static long ofMillis(long millis) {
        return millis * 48;
    }

    /** How many samples lie before a position. */
    static long toSamples(long ticks, int rate) {
        return ticks * rate / PER_SECOND;
    }

    static long ofSamples(long samples, int rate) {
        return samples * PER_SECOND / rate;
    }
}
