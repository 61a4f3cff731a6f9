package org.ringback.sound.codec;

import java.util.Optional;

/**
 * G.722 at 64 kbit/s: two bands, of which the lower has six bits and the higher two (ITU-T G.722, section 4). It gives 16,000
 * samples in a second although its RTP clock counts 8000 (RFC 3551, section 4.5.2).
 */
final class WidebandDecoder implements Decoder {

    /** Outputs of the quantizers of 2, 4 and 6 bits (G.722, tables 16 to 19). */
    private static final int[] TWO_BITS = {-7408, -1616, 7408, 1616};

    private static final int[] FOUR_BITS = {
        0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0
    };

    private static final int[] SIX_BITS = {
        -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576,
                -7856,
        -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040, -728,
        24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456,
        4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136
    };

    /** How the scale changes by the size of what was quantized (G.722, tables 14 and 15). */
    private static final int[] LOW_CHANGES = {
        -60, 3042, 1198, 538, 334, 172, 58, -30, 3042, 1198, 538, 334, 172, 58, -30, -60
    };

    private static final int[] HIGH_CHANGES = {798, -214, 798, -214};

    /** Every second coefficient of the filter that joins the bands; the others are these backwards (G.722, table 11). */
    private static final int[] JOIN = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};

    private final WidebandBand low = WidebandBand.low();
    private final WidebandBand high = WidebandBand.high();

    /** The last sums and differences of the bands, twice, so that wherever they begin they lie in one piece. */
    private final int[] sums = new int[2 * JOIN.length];

    private final int[] differences = new int[2 * JOIN.length];
    private int oldest;

    @Override
    public int rate() {
        return 16_000;
    }

    @Override
    public int length(byte[] payload) {
        return 2 * payload.length;
    }

    @Override
    public Optional<short[]> decode(byte[] payload) {
        if (payload.length == 0) {
            return Optional.empty();
        }
        short[] samples = new short[length(payload)];
        for (int i = 0; i < payload.length; i++) {
            int lower = lower(payload[i] & 0x3F);
            int higher = higher(payload[i] >> 6 & 3);
            join(lower + higher, lower - higher, samples, 2 * i);
        }
        return Optional.of(samples);
    }

    private int lower(int code) {
        int value = limited(low.predicted() + low.scaled(SIX_BITS[code]));
        int coarse = code >> 2;
        low.adapt(low.scaled(FOUR_BITS[coarse]), LOW_CHANGES[coarse]);
        return value;
    }

    private int higher(int code) {
        int difference = high.scaled(TWO_BITS[code]);
        int value = limited(high.predicted() + difference);
        high.adapt(difference, HIGH_CHANGES[code]);
        return value;
    }

    /** To 15 bits (G.722, section 6.2.1.6). */
    private static int limited(int value) {
        return Math.clamp(value, -16_384, 16_383);
    }

    private void join(int sum, int difference, short[] samples, int at) {
        sums[oldest] = sum;
        sums[oldest + JOIN.length] = sum;
        differences[oldest] = difference;
        differences[oldest + JOIN.length] = difference;
        oldest = oldest + 1 == JOIN.length ? 0 : oldest + 1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < JOIN.length; i++) {
            even += differences[oldest + i] * JOIN[JOIN.length - 1 - i];
            odd += sums[oldest + i] * JOIN[i];
        }
        samples[at] = (short) Saturation.of(even >> 11);
        samples[at + 1] = (short) Saturation.of(odd >> 11);
    }
}
