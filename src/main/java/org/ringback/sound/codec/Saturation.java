package org.ringback.sound.codec;

/** The arithmetic of 16 bits in which the standards of codecs are written: what is too large stays at the largest. */
final class Saturation {

    private Saturation() {}

    static int of(int value) {
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }

    /** The product of two fractions of 15 bits, cut off. */
    static int times(int a, int b) {
        return (a * b) >> 15;
    }

    /** The product of two fractions of 15 bits, rounded (GSM 06.10, section 5.1, {@code mult_r}). */
    static int rounded(int a, int b) {
        return of((a * b + 0x4000) >> 15);
    }
}
