package org.ringback.sound;

/** Samples of 16 bits, made while they are read. For one thread at a time. */
public interface Sound {

    /** Samples of each channel in a second. */
    int rate();

    /** 1, or 2 for left and right in turn. */
    int channels();

    /**
     * Fills an array, as far as there is sound.
     *
     * @param samples long enough for at least one sample of each channel; only whole turns of the channels are written
     * @return how many samples were written, of all channels together; 0 at the end
     */
    int read(short[] samples);
}
