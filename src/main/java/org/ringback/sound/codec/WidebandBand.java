package org.ringback.sound.codec;

/**
 * One of the two bands of G.722: how coarse the steps are now, and what the next value is thought to be (ITU-T G.722,
 * sections 6.2.1.2 to 6.2.1.4 and 6.2.2).
 */
final class WidebandBand {

    /** 2048 times the powers of two in steps of a thirty-second (G.722, table 20, ILB). */
    private static final int[] POWERS = powers();

    private static final int LAG = 6;

    private final int largestLog;
    private final int shift;

    private int logScale;
    private int scale;

    private int predicted;
    private int predictedByZeros;
    private int pole1;
    private int pole2;
    private int earlier;
    private int sign1;
    private int sign2;
    private final int[] zeros = new int[LAG];
    private final int[] differences = new int[LAG];

    private WidebandBand(int scale, int largestLog, int shift) {
        this.scale = scale;
        this.largestLog = largestLog;
        this.shift = shift;
    }

    static WidebandBand low() {
        return new WidebandBand(32, 18_432, 8);
    }

    static WidebandBand high() {
        return new WidebandBand(8, 22_528, 10);
    }

    private static int[] powers() {
        int[] powers = new int[32];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = (int) Math.round(2048 * Math.pow(2, i / 32.0));
        }
        return powers;
    }

    /** What the next value of the band is thought to be. */
    int predicted() {
        return predicted;
    }

    /** A difference as large as a quantizer's output says at the scale of now. */
    int scaled(int quantized) {
        return Saturation.times(scale, quantized);
    }

    /** Takes in the difference of a value from what it was thought to be, and how the scale changes by its size. */
    void adapt(int difference, int logChange) {
        logScale = Math.clamp(((logScale * 127) >> 7) + logChange, 0, largestLog);
        int power = POWERS[logScale >> 6 & 31];
        int right = shift - (logScale >> 11);
        scale = (right < 0 ? power << -right : power >> right) << 2;
        predict(difference);
    }

    private void predict(int difference) {
        int value = Saturation.of(predicted + difference);
        int partial = Saturation.of(predictedByZeros + difference);
        int sign = partial >> 15;
        movePoles(sign);
        moveZeros(difference);
        sign2 = sign1;
        sign1 = sign;
        int byPoles = Saturation.of(Saturation.times(Saturation.of(2 * value), pole1)
                + Saturation.times(Saturation.of(2 * earlier), pole2));
        earlier = value;
        int byZeros = 0;
        for (int i = LAG - 1; i >= 0; i--) {
            byZeros = Saturation.of(byZeros + Saturation.times(Saturation.of(2 * differences[i]), zeros[i]));
        }
        predictedByZeros = byZeros;
        predicted = Saturation.of(byPoles + byZeros);
    }

    private void movePoles(int sign) {
        int four = Saturation.of(pole1 << 2);
        int toward = sign == sign1 ? Math.min(-four, Short.MAX_VALUE) : four;
        int second = (sign == sign2 ? 128 : -128) + (toward >> 7) + Saturation.times(pole2, 32_512);
        pole2 = Math.clamp(second, -12_288, 12_288);
        int first = Saturation.of((sign == sign1 ? 192 : -192) + Saturation.times(pole1, 32_640));
        int bound = Saturation.of(15_360 - pole2);
        pole1 = Math.clamp(first, -bound, bound);
    }

    private void moveZeros(int difference) {
        int step = difference == 0 ? 0 : 128;
        int sign = difference >> 15;
        for (int i = 0; i < LAG; i++) {
            int toward = differences[i] >> 15 == sign ? step : -step;
            zeros[i] = Saturation.of(toward + Saturation.times(zeros[i], 32_640));
        }
        System.arraycopy(differences, 0, differences, 1, LAG - 1);
        differences[0] = difference;
    }
}
