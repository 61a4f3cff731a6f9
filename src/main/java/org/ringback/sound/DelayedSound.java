package org.ringback.sound;

import java.util.Arrays;

/** Sound of one channel after silence, and with silence after it for as long as anybody reads. */
final class DelayedSound {

    private final Sound sound;
    private long silence;

    DelayedSound(Sound sound, long silence) {
        this.sound = sound;
        this.silence = silence;
    }

    /** Fills an array whole. */
    void read(short[] samples) {
        int quiet = (int) Math.min(silence, samples.length);
        silence -= quiet;
        Arrays.fill(samples, 0, quiet, (short) 0);
        if (quiet == samples.length) {
            return;
        }
        short[] rest = quiet == 0 ? samples : new short[samples.length - quiet];
        int count = sound.read(rest);
        Arrays.fill(rest, count, rest.length, (short) 0);
        if (quiet > 0) {
            System.arraycopy(rest, 0, samples, quiet, rest.length);
        }
    }
}
