package org.ringback.media;

import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;

/**
 * Tells a packet that was captured twice from one that was sent twice: it has the same identification of IP, number,
 * timestamp and length, and comes a moment later, as at two ports of a switch, two interfaces of a host, or with and without a VLAN.
 */
final class CopyMeter {

    private static final int REMEMBERED = 8;
    private static final long MOMENT = 5_000;

    /** So many of the packets have to be there again: a network that doubles a few is another thing. */
    private static final double SYSTEMATIC = 0.9;

    /** What each is like, and when it came. */
    private final long[] remembered = new long[2 * REMEMBERED];

    private int next;
    private long copies;
    private long bytes;

    /** A packet that did not come before. */
    void remember(Packet packet, long head, long length, long time) {
        if (packet.identification >= 0) {
            int at = 2 * (next % REMEMBERED);
            remembered[at] = likeness(packet, head, length);
            remembered[at + 1] = time;
            // Only whether so many came matters.
            next = next + 1 == 2 * REMEMBERED ? REMEMBERED : next + 1;
        }
    }

    /** Whether a packet that came before is a copy of it; it is counted if so. */
    boolean copy(Packet packet, long head, long payload, long end, long time) {
        if (packet.identification < 0 || time == Captured.NO_TIME) {
            return false;
        }
        long likeness = likeness(packet, head, end - payload);
        for (int i = 0; i < Math.min(next, REMEMBERED); i++) {
            if (remembered[2 * i] == likeness && Math.abs(time - remembered[2 * i + 1]) <= MOMENT) {
                copies++;
                bytes += Math.max(0, end - payload) + packet.missing;
                return true;
            }
        }
        return false;
    }

    /** Number, timestamp and length: what is sent anew has another identification, and every packet is asked for it. */
    private static long likeness(Packet packet, long head, long length) {
        return head ^ ((long) packet.identification << 40) ^ length;
    }

    /** How many copies there are of a stream of so many packets, copies included; 0 if only some packets came twice. */
    long systematic(long packets) {
        return copies >= SYSTEMATIC * (packets - copies) ? copies : 0;
    }

    /** Of the payloads of these. */
    long bytes() {
        return bytes;
    }
}
