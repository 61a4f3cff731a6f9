package org.ringback.sound.codec;

/**
 * The filter of GSM full rate: eight reflections in a tube, which go over from one frame to the next within its first 5 ms
 * (GSM 06.10, sections 5.3.3 to 5.3.7).
 */
final class FullRateFilter {

    private static final int ORDER = 8;

    /** Bits of each logarithmic area ratio, and how they were quantized (GSM 06.10, tables 5.1 and 5.2). */
    private static final int[] BITS = {6, 6, 5, 5, 4, 4, 3, 3};

    private static final int[] LOWEST = {-32, -32, -16, -16, -8, -8, -4, -4};
    private static final int[] OFFSETS = {0, 0, 2048, -2560, 94, -1792, -341, -1144};
    private static final int[] INVERSE_SLOPES = {13_107, 13_107, 13_107, 13_107, 19_223, 17_476, 31_454, 29_708};

    /** Where the reflections of a frame go over: the first sample of each stage, and the end. */
    private static final int[] STAGES = {0, 13, 27, 40, 160};

    private static final int DE_EMPHASIS = 28_180;

    private int[] before = new int[ORDER];
    private int[] now = new int[ORDER];
    private final int[] waves = new int[ORDER + 1];
    private int last;

    /** Reads the filter of the next frame. */
    void read(BitSource bits) {
        before = now;
        now = new int[ORDER];
        for (int i = 0; i < ORDER; i++) {
            int quantized = (bits.next(BITS[i]) + LOWEST[i]) << 10;
            int shifted = Saturation.of(quantized - 2 * OFFSETS[i]);
            now[i] = Saturation.of(2 * Saturation.rounded(INVERSE_SLOPES[i], shifted));
        }
    }

    /** Sends 160 values through it. */
    void speak(int[] excited, short[] samples, int at) {
        for (int stage = 0; stage + 1 < STAGES.length; stage++) {
            int[] reflections = reflections(stage);
            for (int i = STAGES[stage]; i < STAGES[stage + 1]; i++) {
                int spoken = through(reflections, excited[i]);
                last = Saturation.of(spoken + Saturation.rounded(last, DE_EMPHASIS));
                samples[at + i] = (short) (Saturation.of(2 * last) & ~7);
            }
        }
    }

    private int[] reflections(int stage) {
        int[] reflections = new int[ORDER];
        for (int i = 0; i < ORDER; i++) {
            reflections[i] = reflection(
                    switch (stage) {
                        case 0 -> Saturation.of(Saturation.of((before[i] >> 2) + (now[i] >> 2)) + (before[i] >> 1));
                        case 1 -> Saturation.of((before[i] >> 1) + (now[i] >> 1));
                        case 2 -> Saturation.of(Saturation.of((before[i] >> 2) + (now[i] >> 2)) + (now[i] >> 1));
                        default -> now[i];
                    });
        }
        return reflections;
    }

    /** From a logarithm, which three straight lines stand for, to a reflection (GSM 06.10, section 5.2.9.2). */
    private static int reflection(int ratio) {
        int size = ratio == Short.MIN_VALUE ? Short.MAX_VALUE : Math.abs(ratio);
        int reflection =
                size < 11_059 ? size << 1 : size < 20_070 ? size + 11_059 : Saturation.of((size >> 2) + 26_112);
        return ratio < 0 ? -reflection : reflection;
    }

    private int through(int[] reflections, int excited) {
        int wave = excited;
        for (int i = ORDER - 1; i >= 0; i--) {
            wave = Saturation.of(wave - Saturation.rounded(reflections[i], waves[i]));
            waves[i + 1] = Saturation.of(waves[i] + Saturation.rounded(reflections[i], wave));
        }
        waves[0] = wave;
        return wave;
    }
}
