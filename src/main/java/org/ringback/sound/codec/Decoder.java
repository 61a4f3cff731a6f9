package org.ringback.sound.codec;

import java.util.Optional;

/**
 * Decodes one stream. It remembers what the codec carries from packet to packet, so payloads are handed over in the order in
 * which they are heard; one decoder is for one thread at a time. No payload makes it throw.
 */
public interface Decoder {

    /** Nobody packs more of a voice into one packet (RFC 6716, section 2.1.4 allows this for Opus); in milliseconds. */
    int LONGEST_PAYLOAD = 120;

    /** Samples in a second of what it gives. */
    int rate();

    /**
     * How many samples a payload holds, without decoding it; 0 if it is no payload of this codec. Never more than
     * {@link #LONGEST_PAYLOAD} for codecs whose packets say their length themselves, else as much as the bytes hold.
     */
    int length(byte[] payload);

    /** The samples of a payload, as many as {@link #length} says; empty if it is no payload of this codec. */
    Optional<short[]> decode(byte[] payload);
}
