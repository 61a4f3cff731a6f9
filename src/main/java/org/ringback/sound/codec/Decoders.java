package org.ringback.sound.codec;

import java.util.Optional;

/** Which codecs can be decoded. */
public final class Decoders {

    private static final int FASTEST = 192_000;
    private static final int MOST_CHANNELS = 8;

    private Decoders() {}

    /**
     * A new decoder, for one stream; empty if the codec cannot be decoded, such as G.729, AMR and EVS, and for what is no
     * voice, such as comfort noise and telephone events.
     */
    public static Optional<Decoder> of(Codec codec) {
        if (codec.clockRate() < 1 || codec.clockRate() > FASTEST) {
            return Optional.empty();
        }
        if (codec.channels() < 1 || codec.channels() > MOST_CHANNELS) {
            return Optional.empty();
        }
        if (codec.isNamed("L16")) {
            return Optional.of(new LinearDecoder(codec.clockRate(), codec.channels()));
        }
        if (codec.isNamed("opus")) {
            return Optional.of(new OpusVoice());
        }
        return codec.channels() > 1 ? Optional.empty() : telephone(codec);
    }

    private static Optional<Decoder> telephone(Codec codec) {
        if (codec.isNamed("PCMU")) {
            return Optional.of(CompandedDecoder.muLaw(codec.clockRate()));
        }
        if (codec.isNamed("PCMA")) {
            return Optional.of(CompandedDecoder.aLaw(codec.clockRate()));
        }
        if (codec.isNamed("G722")) {
            return Optional.of(new WidebandDecoder());
        }
        if (codec.isNamed("GSM")) {
            return Optional.of(new FullRateDecoder());
        }
        return Optional.empty();
    }
}
