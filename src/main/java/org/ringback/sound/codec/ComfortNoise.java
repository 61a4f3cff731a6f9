package org.ringback.sound.codec;

import java.util.SplittableRandom;

/**
 * The quiet noise that stands for silence, so that nobody thinks the line is dead (RFC 3389). Only its level is taken from the
 * packet, not its color; the same packets always sound the same.
 */
public final class ComfortNoise {

    /** How loud it may get, in decibels below the loudest; a damaged packet must hurt nobody. */
    private static final int LOUDEST = 30;

    private static final int LOUDEST_SAMPLE = Short.MAX_VALUE;

    private final SplittableRandom random = new SplittableRandom(3389);
    private double amplitude;

    /** Takes the level of a packet, decibels below the loudest in its first byte (RFC 3389, section 3.1); none is silence. */
    public void level(byte[] payload) {
        if (payload.length == 0) {
            amplitude = 0;
            return;
        }
        int quieter = Math.max(LOUDEST, payload[0] & 0x7F);
        // Evenly spread values have a third of the power of their largest square.
        amplitude = Math.sqrt(3) * LOUDEST_SAMPLE * Math.pow(10, -quieter / 20.0);
    }

    /** The next sample. */
    public short next() {
        return amplitude == 0 ? 0 : (short) random.nextDouble(-amplitude, amplitude);
    }
}
