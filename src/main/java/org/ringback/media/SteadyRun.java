package org.ringback.media;

import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;

/**
 * Packets of a stream that come as the one before them let expect: the next number, the next timestamp, no marker, the same payload
 * type. Most do. They are counted here, in one place, and the meters of the stream are told of all of them at once when another
 * packet comes, or a part of what is kept over time ends.
 */
final class SteadyRun {

    /** Farther off nobody is by the network. */
    private static final long FARTHEST = 1_000_000;

    private static final long TYPE_AND_FLAGS = 0xFF7F_0000_0000_0000L;
    private static final long PADDED = 1L << 61;

    /** The head that the next packet has; 0, which no packet of RTP has, while none is expected. */
    private long expected;

    /** From when on the meters are to be told. */
    private long until;

    /** How many more are taken. */
    private long most;

    private int step;
    private long stepMicros;
    private int length;

    // What came since the meters were told last.
    int count;
    long bytes;
    long constant;
    int sameLength;
    long longestDelta;

    // How things stand.
    long lastTime = Captured.NO_TIME;
    long lastFrame;
    int timestamp;
    double jitter;
    double highestJitter;
    double sumOfJitter;
    long offset;
    long soonest;
    long soonestTime;

    /** The meters were told, and packets are looked at one by one again. */
    void end() {
        expected = 0;
        count = 0;
    }

    /**
     * The packet that came last is one from which the next can be told.
     *
     * @param head of it
     * @param ticks by which its timestamp went on
     * @param micros the same in microseconds
     * @param usualLength of payloads, in octets
     */
    void begin(long head, int ticks, long micros, int usualLength, long time, long frame) {
        step = ticks;
        stepMicros = micros;
        length = usualLength;
        lastTime = time;
        lastFrame = frame;
        goOn();
        expected = (head & PADDED) == 0 ? next(head) : 0;
    }

    /** The meters were told, and what is expected is the same as before. */
    void goOn() {
        count = 0;
        bytes = 0;
        constant = 0;
        sameLength = 0;
        longestDelta = 0;
        highestJitter = 0;
        until = Long.MAX_VALUE;
        most = Integer.MAX_VALUE;
        soonest = Long.MIN_VALUE;
    }

    /** No longer than up to a time, exclusively. */
    void until(long time) {
        until = Math.min(until, time);
    }

    /** No more than so many packets. */
    void most(long packets) {
        most = packets;
    }

    private long next(long head) {
        timestamp = Rtp.timestamp(head);
        long sequence = Rtp.sequence(head) + 1L & 0xFFFF;
        return (head & TYPE_AND_FLAGS) | sequence << 32 | (timestamp + step & 0xFFFF_FFFFL);
    }

    /** Whether a packet is the one that was expected. */
    boolean expects(Packet packet, long head, long size, long time) {
        return head == expected
                && time >= lastTime
                && packet.missing == 0
                && size > KeyMeter.LENGTH
                && Math.abs(time - lastTime - stepMicros) <= FARTHEST;
    }

    /** Whether it can be counted before the meters are told. */
    boolean room(long time) {
        return time < until && count < most;
    }

    /** Counts the packet that was expected. */
    void take(Packet packet, long head, long payload, long to, long time, PayloadMeter carried, CopyMeter copies) {
        long delta = time - lastTime;
        long late = delta - stepMicros;
        long size = to - payload;
        count++;
        bytes += size;
        if (size == length) {
            sameLength++;
        } else {
            otherLength((int) size, carried);
        }
        jitter += (Math.abs(late) - jitter) / 16;
        highestJitter = Math.max(highestJitter, jitter);
        sumOfJitter += jitter;
        offset += late;
        if (offset < soonest) {
            soonest = offset;
            soonestTime = time;
        }
        longestDelta = Math.max(longestDelta, delta);
        if (OneValue.is(packet.bytes, payload, to)) {
            constant++;
        }
        copies.remember(packet, head, size, time);
        lastTime = time;
        lastFrame = packet.frame;
        expected = next(head);
    }

    private void otherLength(int size, PayloadMeter carried) {
        carried.lengths.same(sameLength);
        sameLength = 0;
        length = carried.lengths.add(size);
    }
}
