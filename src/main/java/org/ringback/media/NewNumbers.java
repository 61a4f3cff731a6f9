package org.ringback.media;

/** Tells numbers that begin anew from many packets that are lost. */
final class NewNumbers {

    /** So many packets are lost one after the other, and nobody asks whether they were sent. */
    private static final int NEAR = 50;

    private NewNumbers() {}

    /**
     * Whether a marked packet begins new numbers: far ahead, and with a timestamp that fits neither to so many lost packets nor
     * to the time that has passed.
     *
     * @param last of the payload of the packet before, or null
     * @param passed since the packet before, in microseconds
     * @param timed whether that is known
     */
    static boolean begin(
            SequenceMeter numbers, PayloadMeter last, JitterMeter jitter, long head, long passed, boolean timed) {
        int ahead = numbers.ahead(Rtp.sequence(head));
        if (ahead <= NEAR || ahead >= SequenceMeter.FARTHEST || !Rtp.marker(head) || last == null || !timed) {
            return false;
        }
        long each = last.packetTime.usual();
        int rate = jitter.rate(last.type);
        if (each == 0 || rate == 0) {
            return false;
        }
        long ticks = last.packetTime.since(Rtp.timestamp(head));
        long meanwhile = passed * rate / 1_000_000;
        return far(ticks, ahead * each) && far(ticks, meanwhile) && Math.abs(ticks - meanwhile) > rate;
    }

    private static boolean far(long ticks, long expected) {
        return 2 * Math.abs(ticks - expected) > Math.abs(expected);
    }
}
