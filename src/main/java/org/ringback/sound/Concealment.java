package org.ringback.sound;

/**
 * Sound in the place of what is lost: the last period of the voice again and again, fading to nothing (the idea of ITU-T G.711,
 * Appendix I). A vowel goes on for a moment, noise stays noise.
 */
final class Concealment {

    /** Of a voice, from 400 to 66 Hz. */
    private static final double SHORTEST_PERIOD = 0.0025;

    private static final double LONGEST_PERIOD = 0.015;

    /** To tell a period, this much of the end is compared with what was before it. */
    private static final double COMPARED = 0.010;

    private final int rate;
    private final short[] past;
    private final double fading;

    private int period;
    private int at;
    private double loudness;

    Concealment(int rate) {
        this.rate = rate;
        past = new short[(int) (rate * (LONGEST_PERIOD + COMPARED))];
        fading = (double) Ticks.PER_SECOND / rate / Gaps.LONGEST_CONCEALED;
    }

    /** Takes in what was heard. */
    void hear(short[] samples, int begin, int count) {
        int kept = Math.min(count, past.length);
        System.arraycopy(past, kept, past, 0, past.length - kept);
        System.arraycopy(samples, begin + count - kept, past, past.length - kept, kept);
    }

    /** Makes up what comes now. */
    void begin() {
        period = likeliestPeriod();
        at = past.length - period;
        loudness = 1;
    }

    /** The next sample. */
    short next() {
        double sample = past[at] * loudness;
        loudness = Math.max(0, loudness - fading);
        at = at + 1 == past.length ? past.length - period : at + 1;
        return (short) Math.round(sample);
    }

    /** By which the end is most like what was before it. */
    private int likeliestPeriod() {
        int compared = (int) (rate * COMPARED);
        int shortest = (int) (rate * SHORTEST_PERIOD);
        int longest = (int) (rate * LONGEST_PERIOD);
        int begin = past.length - compared;
        int best = longest;
        double most = 0;
        // At 48 kHz every fourth sample tells as much.
        int step = Math.max(1, rate / 12_000);
        for (int lag = shortest; lag <= longest; lag += step) {
            double alike = 0;
            double power = 1;
            for (int i = begin; i < past.length; i += step) {
                alike += (double) past[i] * past[i - lag];
                power += (double) past[i - lag] * past[i - lag];
            }
            double likeness = alike / Math.sqrt(power);
            if (likeness > most) {
                most = likeness;
                best = lag;
            }
        }
        return best;
    }
}
