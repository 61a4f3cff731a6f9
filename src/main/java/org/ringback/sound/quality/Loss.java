package org.ringback.sound.quality;

/**
 * What did not reach the ear.
 *
 * @param percent packets lost or dropped as too late, of all that were sent, 0 to 100
 * @param burstiness BurstR of ITU-T G.107: how long bursts of loss are on the average, against what chance alone would make; 1
 *     for loss by chance, more for bursts
 */
public record Loss(double percent, double burstiness) {

    /** Nothing was lost. */
    public static final Loss NONE = new Loss(0, 1);

    /** Brings both into the ranges for which the model is defined. */
    public Loss {
        percent = percent >= 0 ? Math.min(percent, 100) : 0;
        burstiness = burstiness >= 1 ? burstiness : 1;
    }

    /**
     * From what was counted.
     *
     * @param lost packets that did not reach the ear
     * @param sent packets in all
     * @param bursts how often one or more packets in a row were missing
     */
    public static Loss counted(long lost, long sent, long bursts) {
        if (sent <= 0 || lost <= 0) {
            return NONE;
        }
        double share = Math.min(1, (double) lost / sent);
        double length = (double) lost / Math.max(1, Math.min(bursts, lost));
        // By chance, the next packet is missing as often as any other.
        return new Loss(100 * share, length * (1 - share));
    }
}
