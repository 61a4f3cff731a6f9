package org.ringback.sound.codec;

import java.util.Optional;

/**
 * GSM full rate: 33 bytes for 20 ms, of which several may lie in a packet (RFC 3551, section 4.5.8; GSM 06.10, section 5.3).
 * Each frame says a filter, which is the mouth, and four times what excites it: an earlier piece of the excitation and a grid
 * of pulses.
 */
final class FullRateDecoder implements Decoder {

    private static final int FRAME = 33;
    private static final int SAMPLES = 160;

    /** The first four bits of each frame as it lies in a packet. */
    private static final int SIGNATURE = 0xD;

    private final FullRateExcitation excitation = new FullRateExcitation();
    private final FullRateFilter filter = new FullRateFilter();

    @Override
    public int rate() {
        return 8000;
    }

    @Override
    public int length(byte[] payload) {
        if (payload.length % FRAME != 0) {
            return 0;
        }
        for (int at = 0; at < payload.length; at += FRAME) {
            if ((payload[at] >> 4 & 15) != SIGNATURE) {
                return 0;
            }
        }
        return payload.length / FRAME * SAMPLES;
    }

    @Override
    public Optional<short[]> decode(byte[] payload) {
        short[] samples = new short[length(payload)];
        for (int frame = 0; frame * SAMPLES < samples.length; frame++) {
            decode(new BitSource(payload, frame * FRAME), samples, frame * SAMPLES);
        }
        return samples.length == 0 ? Optional.empty() : Optional.of(samples);
    }

    private void decode(BitSource bits, short[] samples, int at) {
        bits.next(4);
        filter.read(bits);
        int[] excited = new int[SAMPLES];
        for (int quarter = 0; quarter < 4; quarter++) {
            excitation.read(bits, excited, quarter * FullRateExcitation.LENGTH);
        }
        filter.speak(excited, samples, at);
    }
}
