package org.ringback.sound;

/**
 * How loud sound is along its time, to be drawn: the lowest and the highest sample of each channel in stretches of the same length.
 */
public final class Peaks {

    /** Nobody's screen is wider. */
    public static final int MOST_STRETCHES = 100_000;

    private final short[][] lowest;
    private final short[][] highest;

    private Peaks(int channels, int stretches) {
        lowest = new short[channels][stretches];
        highest = new short[channels][stretches];
    }

    /**
     * Reads sound to its end.
     *
     * @param length how many samples each channel has; what comes after them is left out, what is missing counts as silence
     * @param stretches how many there are to be, 1 to {@link #MOST_STRETCHES}
     */
    public static Peaks of(Sound sound, long length, int stretches) {
        int channels = sound.channels();
        Peaks peaks = new Peaks(channels, Math.clamp(stretches, 1, MOST_STRETCHES));
        short[] samples = new short[4096 * channels];
        long at = 0;
        for (int count = sound.read(samples); count > 0 && at < length; count = sound.read(samples)) {
            for (int i = 0; i < count && at < length; i += channels, at++) {
                int stretch = (int) (at * peaks.stretches() / length);
                for (int channel = 0; channel < channels; channel++) {
                    peaks.take(channel, stretch, samples[i + channel]);
                }
            }
        }
        return peaks;
    }

    private void take(int channel, int stretch, short sample) {
        if (sample < lowest[channel][stretch]) {
            lowest[channel][stretch] = sample;
        } else if (sample > highest[channel][stretch]) {
            highest[channel][stretch] = sample;
        }
    }

    public int channels() {
        return lowest.length;
    }

    public int stretches() {
        return lowest[0].length;
    }

    /** The lowest sample of a stretch, 0 or less. */
    public int lowest(int channel, int stretch) {
        return lowest[channel][stretch];
    }

    /** The highest sample of a stretch, 0 or more. */
    public int highest(int channel, int stretch) {
        return highest[channel][stretch];
    }
}
