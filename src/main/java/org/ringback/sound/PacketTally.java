package org.ringback.sound;

/**
 * What became of the packets of a playout, counted.
 *
 * @param heard those that were in time, also if they could not be decoded
 * @param late those that came when their turn was over
 * @param lost those that never came, as the sequence numbers tell
 * @param bursts how often one or more in a row were late or lost
 */
public record PacketTally(long heard, long late, long lost, long bursts) {

    /** What did not reach the ear of all that was sent, in percent. */
    public double missingPercent() {
        long sent = heard + late + lost;
        return sent == 0 ? 0 : 100.0 * (late + lost) / sent;
    }
}
