package org.ringback.sound;

import java.util.Optional;

/** Two channels in turn, of which either may be missing. */
final class StereoSound implements Sound {

    private final Optional<DelayedSound> left;
    private final Optional<DelayedSound> right;
    private final int rate;
    private long remaining;

    /** @param length samples of each channel */
    StereoSound(Optional<DelayedSound> left, Optional<DelayedSound> right, int rate, long length) {
        this.left = left;
        this.right = right;
        this.rate = Rates.checked(rate);
        remaining = length;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return 2;
    }

    @Override
    public int read(short[] samples) {
        int count = (int) Math.min(remaining, samples.length / 2);
        remaining -= count;
        write(left, samples, 0, count);
        write(right, samples, 1, count);
        return 2 * count;
    }

    private static void write(Optional<DelayedSound> side, short[] samples, int channel, int count) {
        short[] own = new short[count];
        side.ifPresent(sound -> sound.read(own));
        for (int i = 0; i < count; i++) {
            samples[2 * i + channel] = own[i];
        }
    }
}
