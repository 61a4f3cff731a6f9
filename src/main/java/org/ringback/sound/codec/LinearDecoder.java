package org.ringback.sound.codec;

import java.util.Optional;

/** L16: samples as they are, the high byte first, channels in turn (RFC 3551, section 4.5.11). Channels become one. */
final class LinearDecoder implements Decoder {

    private final int rate;
    private final int channels;

    LinearDecoder(int rate, int channels) {
        this.rate = rate;
        this.channels = channels;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int length(byte[] payload) {
        int frame = 2 * channels;
        return payload.length % frame == 0 ? payload.length / frame : 0;
    }

    @Override
    public Optional<short[]> decode(byte[] payload) {
        short[] samples = new short[length(payload)];
        int at = 0;
        for (int i = 0; i < samples.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += (payload[at] << 8) + (payload[at + 1] & 0xFF);
                at += 2;
            }
            samples[i] = (short) (sum / channels);
        }
        return samples.length == 0 ? Optional.empty() : Optional.of(samples);
    }
}
