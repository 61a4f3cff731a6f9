package org.ringback.sound;

/**
 * Says when a packet is to be heard: at the beginning of a talk spurt as long after its arrival as the jitter buffer waits, then by
 * the timestamps. Anchored anew where a telephone would be: at the next spurt, where timestamps leap, where the clock is another
 * one, and when all that comes is late.
 */
final class Anchor {

    /** Silence at least this long ends a spurt, even if no marker says so. */
    private static final long SPURT_GAP = Ticks.ofMillis(200);

    /** Whoever hears nothing for so long although packets come waits longer from then on. */
    private static final long PATIENCE = Ticks.ofMillis(100);

    /** Timestamps further ahead of the clock than this have leapt. */
    private static final long FARTHEST_AHEAD = Ticks.ofMillis(1000);

    private final long delay;

    private boolean anchored;
    private int clock;
    private long timestamp;
    private long position;

    /** When packets began to be late, one after the other; negative if the last was not. */
    private long lateSince = -1;

    Anchor(long delay) {
        this.delay = delay;
    }

    /**
     * Where a packet belongs.
     *
     * @param arrival in ticks since the first packet
     * @param end where the last sound so far ends
     * @param newest whether it is the highest of its stream, and no straggler
     */
    long position(RtpPacket packet, int clockRate, long arrival, long end, boolean newest) {
        long due = due(packet, clockRate);
        boolean spurt = newest && due > end && (packet.marker() || due - end >= SPURT_GAP);
        boolean leapt = due - Math.max(arrival, end) > FARTHEST_AHEAD;
        boolean asAnchored = anchored && clock == clockRate && !spurt && !leapt;
        if (asAnchored && !waitsInVain(due, arrival, newest)) {
            return due;
        }
        anchored = true;
        clock = clockRate;
        timestamp = packet.timestamp();
        position = Math.max(arrival, end);
        lateSince = -1;
        return position;
    }

    /** Whether a packet of this place comes too late to be heard there. */
    boolean isLate(long due, long arrival) {
        return arrival > due + delay;
    }

    private long due(RtpPacket packet, int clockRate) {
        // Timestamps count on where 32 bits end.
        long passed = (int) (packet.timestamp() - timestamp);
        return position + passed * Ticks.PER_SECOND / clockRate;
    }

    private boolean waitsInVain(long due, long arrival, boolean newest) {
        if (!isLate(due, arrival)) {
            lateSince = -1;
        } else if (lateSince < 0) {
            lateSince = arrival;
        }
        return newest && lateSince >= 0 && arrival - lateSince >= PATIENCE;
    }
}
