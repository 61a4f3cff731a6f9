package org.ringback.sound.codec;

import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** G.711: each byte is one sample on a scale that is finer where it is quiet (ITU-T G.711, tables 1 and 2). */
final class CompandedDecoder implements Decoder {

    /** Every byte has the same value everywhere, so 256 of them are worked out once. */
    private final short[] values = new short[256];

    private final int rate;

    private CompandedDecoder(int rate, IntUnaryOperator law) {
        this.rate = rate;
        for (int code = 0; code < values.length; code++) {
            values[code] = (short) law.applyAsInt(code);
        }
    }

    static CompandedDecoder muLaw(int rate) {
        return new CompandedDecoder(rate, CompandedDecoder::muLawValue);
    }

    static CompandedDecoder aLaw(int rate) {
        return new CompandedDecoder(rate, CompandedDecoder::aLawValue);
    }

    /** All bits are inverted on the line; eight segments, each twice as coarse, around a bias of 33 (of 14 bits). */
    private static int muLawValue(int code) {
        int bits = ~code & 0xFF;
        int segment = bits >> 4 & 7;
        int step = bits & 15;
        int magnitude = (((2 * step + 33) << segment) - 33) * 4;
        return (bits & 0x80) == 0 ? magnitude : -magnitude;
    }

    /** Even bits are inverted on the line; the two lowest segments have steps of the same size (of 13 bits). */
    private static int aLawValue(int code) {
        int bits = code ^ 0x55;
        int segment = bits >> 4 & 7;
        int step = bits & 15;
        int magnitude = segment == 0 ? 2 * step + 1 : (2 * step + 33) << (segment - 1);
        return (bits & 0x80) == 0 ? -magnitude * 8 : magnitude * 8;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int length(byte[] payload) {
        return payload.length;
    }

    @Override
    public Optional<short[]> decode(byte[] payload) {
        if (payload.length == 0) {
            return Optional.empty();
        }
        short[] samples = new short[payload.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = values[payload[i] & 0xFF];
        }
        return Optional.of(samples);
    }
}
