package org.ringback.sound.codec;

import java.util.Locale;

/**
 * What a payload type stands for, as an {@code rtpmap} says it (RFC 8866, section 6.6) or as the table of static types does
 * (RFC 3551, section 6).
 *
 * @param name the encoding name, in whatever case
 * @param clockRate ticks of the RTP timestamp in a second; for G.722 that is 8000 (RFC 3551, section 4.5.2)
 * @param channels how many voices lie beside each other, 1 unless said
 */
public record Codec(String name, int clockRate, int channels) {

    /** A codec of one channel. */
    public Codec(String name, int clockRate) {
        this(name, clockRate, 1);
    }

    /** Whether it has this encoding name, which is compared without regard to case (RFC 4855, section 3). */
    public boolean isNamed(String other) {
        return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
