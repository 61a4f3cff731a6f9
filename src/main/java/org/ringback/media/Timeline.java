package org.ringback.media;

import java.util.Arrays;
import org.ringback.capture.wire.Captured;

/**
 * How a stream went over time, in parts of equal length, which become longer with the stream: never more than {@value #MOST}.
 */
public final class Timeline {

    private static final int MOST = 128;
    private static final int FEW = 2;
    private static final long SECOND = 1_000_000;

    private long begin = Captured.NO_TIME;
    private long width = SECOND;
    private int used;
    private int[] packets = new int[FEW];
    private int[] lost = new int[FEW];
    private int[] jitter = new int[FEW];

    Timeline() {}

    /**
     * Adds a packet.
     *
     * @param missing how many are missing right before it; negative where it comes late itself and was counted as missing
     * @param jitterNow in microseconds
     */
    void add(long time, long missing, double jitterNow) {
        if (time == Captured.NO_TIME) {
            return;
        }
        if (begin == Captured.NO_TIME) {
            begin = time;
        }
        int part = part(Math.max(0, time - begin));
        packets[part]++;
        if (missing < 0) {
            found(part);
        } else {
            lost[part] += (int) Math.min(Integer.MAX_VALUE - lost[part], missing);
        }
        jitter[part] = Math.max(jitter[part], (int) Math.min(Integer.MAX_VALUE, jitterNow));
    }

    /** The next packet comes at a time, which need not be added one by one. */
    void reach(long time) {
        part(Math.max(0, time - begin));
    }

    /** When the part ends to which a time belongs that was added or reached last. */
    long partEnd(long time) {
        return begin + (Math.max(0, time - begin) / width + 1) * width;
    }

    /** So many more packets in the part to which a time belongs that was added last, with a highest jitter. */
    void same(long time, int count, double highestJitter) {
        int part = (int) (Math.max(0, time - begin) / width);
        packets[part] += count;
        jitter[part] = Math.max(jitter[part], (int) Math.min(Integer.MAX_VALUE, highestJitter));
    }

    /** How it went so far, whatever comes later. */
    Timeline soFar() {
        var so = new Timeline();
        so.begin = begin;
        so.width = width;
        so.used = used;
        so.packets = Arrays.copyOf(packets, used);
        so.lost = Arrays.copyOf(lost, used);
        so.jitter = Arrays.copyOf(jitter, used);
        return so;
    }

    /** What comes late was missed a little earlier. */
    private void found(int part) {
        for (int before = part; before >= 0; before--) {
            if (lost[before] > 0) {
                lost[before]--;
                return;
            }
        }
    }

    private int part(long after) {
        while (after / width >= MOST) {
            halve();
        }
        int part = (int) (after / width);
        if (part >= packets.length) {
            int size = Math.min(MOST, Math.max(2 * packets.length, part + 1));
            packets = Arrays.copyOf(packets, size);
            lost = Arrays.copyOf(lost, size);
            jitter = Arrays.copyOf(jitter, size);
        }
        used = Math.max(used, part + 1);
        return part;
    }

    private void halve() {
        for (int part = 0; part < used; part++) {
            int into = part / 2;
            if (part % 2 == 0) {
                packets[into] = packets[part];
                lost[into] = lost[part];
                jitter[into] = jitter[part];
            } else {
                packets[into] += packets[part];
                lost[into] += lost[part];
                jitter[into] = Math.max(jitter[into], jitter[part]);
            }
        }
        int half = (used + 1) / 2;
        Arrays.fill(packets, half, used, 0);
        Arrays.fill(lost, half, used, 0);
        Arrays.fill(jitter, half, used, 0);
        used = half;
        width *= 2;
    }

    /** When the first part begins, as {@link Captured#time()}. */
    public long begin() {
        return begin;
    }

    /** How long each part is, in microseconds. */
    public long width() {
        return width;
    }

    /** How many parts there are. */
    public int parts() {
        return used;
    }

    /** How many packets came in a part. */
    public int packets(int part) {
        return packets[part];
    }

    /** How many packets that should have come in a part never came. */
    public int lost(int part) {
        return lost[part];
    }

    /** The highest jitter in a part, in microseconds. */
    public int jitter(int part) {
        return jitter[part];
    }
}
