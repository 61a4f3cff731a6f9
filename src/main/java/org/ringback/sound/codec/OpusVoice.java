package org.ringback.sound.codec;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.Optional;

/**
 * Opus, whatever was sent as one channel of 48,000 samples in a second, which is also what its RTP clock counts (RFC 7587,
 * section 4.1). A packet says itself how long it is.
 */
final class OpusVoice implements Decoder {

    private static final int RATE = 48_000;

    /** Samples of the frames that a configuration stands for, by its last bits: SILK, hybrid and CELT (RFC 6716, section 3.1). */
    private static final int[] SILK_FRAMES = {480, 960, 1920, 2880};

    private static final int[] HYBRID_FRAMES = {480, 960};
    private static final int[] CELT_FRAMES = {120, 240, 480, 960};

    private final OpusDecoder decoder;

    OpusVoice() {
        try {
            decoder = new OpusDecoder(RATE, 1);
        } catch (OpusException e) {
            throw new IllegalStateException("one channel of 48,000 Hz is among what Opus knows", e);
        }
    }

    @Override
    public int rate() {
        return RATE;
    }

    @Override
    public int length(byte[] payload) {
        if (payload.length == 0) {
            return 0;
        }
        int samples = frames(payload) * frame(payload[0] >> 3 & 31);
        return samples > RATE * LONGEST_PAYLOAD / 1000 ? 0 : samples;
    }

    private static int frame(int configuration) {
        if (configuration < 12) {
            return SILK_FRAMES[configuration & 3];
        }
        return configuration < 16 ? HYBRID_FRAMES[configuration & 1] : CELT_FRAMES[configuration & 3];
    }

    /** How many frames there are by the first byte, or by the second (RFC 6716, section 3.2). */
    private static int frames(byte[] payload) {
        return switch (payload[0] & 3) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> payload.length < 2 ? 0 : payload[1] & 63;
        };
    }

    @Override
    public Optional<short[]> decode(byte[] payload) {
        short[] samples = new short[length(payload)];
        if (samples.length == 0) {
            return Optional.empty();
        }
        try {
            int decoded = decoder.decode(payload, 0, payload.length, samples, 0, samples.length, false);
            return decoded == samples.length ? Optional.of(samples) : Optional.empty();
        } catch (OpusException | RuntimeException | AssertionError e) {
            // It was written for senders that keep to the rules; what it remembers may be half changed now.
            decoder.resetState();
            return Optional.empty();
        }
    }
}
