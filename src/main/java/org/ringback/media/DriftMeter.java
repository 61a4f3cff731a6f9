package org.ringback.media;

import java.util.Optional;

/**
 * How much faster or slower the clock of a sender runs than that of the capture. The network only ever delays packets, so of each
 * part of the stream the packet that came soonest counts, and a line through these tells how the two clocks drift apart.
 */
final class DriftMeter {

    private static final int MOST = 64;
    private static final int ENOUGH = 16;
    private static final long SECOND = 1_000_000;

    /** So far no packet is early or late by the network: the timestamps have jumped. */
    private static final long JUMP = SECOND;

    private final int type;
    private final int rate;
    private final long begin;
    private int last;
    private long ticks;
    private long before;
    private boolean broken;
    private long width = 2 * SECOND;
    private int used;
    private final long[] soonest = new long[MOST];
    private final long[] when = new long[MOST];

    /** Begins with a packet whose time is known. */
    DriftMeter(int type, int rate, long time, int timestamp) {
        this.type = type;
        this.rate = rate;
        begin = time;
        last = timestamp;
        count(0, 0);
    }

    /** A packet of speech whose time is known. */
    void add(int payloadType, long time, int timestamp) {
        if (broken || (payloadType != type && ClockRates.comfortNoise(payloadType))) {
            return;
        }
        ticks += timestamp - last;
        last = timestamp;
        long passed = time - begin;
        long offset = passed - ticks * SECOND / rate;
        broken = payloadType != type || Math.abs(offset - before) > JUMP;
        before = offset;
        if (!broken && passed >= 0) {
            count(passed, offset);
        }
    }

    /** Begins a run with the packet that was added last; false if its packets have to be added one by one. */
    boolean begin(SteadyRun run, int payloadType, long time) {
        if (broken) {
            return true;
        }
        long passed = time - begin;
        if (payloadType != type || passed < 0 || ticks < 0) {
            return false;
        }
        int part = (int) (passed / width);
        run.offset = before;
        run.soonest = soonest[part];
        run.soonestTime = begin + when[part];
        run.until(begin + (part + 1) * width);
        return true;
    }

    /** The packets of a run were looked at there. */
    void same(SteadyRun run) {
        if (broken) {
            return;
        }
        ticks += run.timestamp - last;
        last = run.timestamp;
        before = run.offset;
        int part = (int) ((run.lastTime - begin) / width);
        soonest[part] = run.soonest;
        when[part] = run.soonestTime - begin;
    }

    /** The next packet comes at a time, in a run; it is the one that was expected. */
    void reach(long time) {
        if (!broken) {
            part(time - begin);
        }
    }

    private int part(long passed) {
        while (passed / width >= MOST) {
            halve();
        }
        int part = (int) (passed / width);
        for (; used <= part; used++) {
            soonest[used] = Long.MAX_VALUE;
        }
        return part;
    }

    private void count(long passed, long offset) {
        int part = part(passed);
        if (offset < soonest[part]) {
            soonest[part] = offset;
            when[part] = passed;
        }
    }

    private void halve() {
        int half = (used + 1) / 2;
        for (int part = 0; part < half; part++) {
            int one = 2 * part;
            int sooner = one + 1 < used && soonest[one + 1] < soonest[one] ? one + 1 : one;
            soonest[part] = soonest[sooner];
            when[part] = when[sooner];
        }
        used = half;
        width *= 2;
    }

    /** Empty where timestamps jumped, or too little was seen for a line. */
    Optional<MediaStream.Drift> measured() {
        double sumX = 0;
        double sumY = 0;
        int count = 0;
        for (int part = 0; part < used; part++) {
            if (soonest[part] != Long.MAX_VALUE) {
                sumX += when[part];
                sumY += soonest[part];
                count++;
            }
        }
        if (broken || count < ENOUGH) {
            return Optional.empty();
        }
        double meanX = sumX / count;
        double meanY = sumY / count;
        double across = 0;
        double along = 0;
        for (int part = 0; part < used; part++) {
            if (soonest[part] != Long.MAX_VALUE) {
                across += (when[part] - meanX) * (soonest[part] - meanY);
                along += (when[part] - meanX) * (when[part] - meanX);
            }
        }
        double slope = across / along;
        double farthest = 0;
        for (int part = 0; part < used; part++) {
            if (soonest[part] != Long.MAX_VALUE) {
                farthest = Math.max(farthest, Math.abs(soonest[part] - meanY - slope * (when[part] - meanX)));
            }
        }
        return Optional.of(new MediaStream.Drift(slope, Math.round(farthest), when[used - 1] - when[0], swell()));
    }

    /** A queue on the way fills and empties; a clock that is off goes one way only. */
    private Optional<MediaStream.Swell> swell() {
        int peak = 0;
        for (int part = 1; part < used; part++) {
            if (soonest[part] != Long.MAX_VALUE && soonest[part] > soonest[peak]) {
                peak = part;
            }
        }
        long usual = Math.max(least(0, peak), least(peak + 1, used));
        if (usual >= soonest[peak]) {
            return Optional.empty();
        }
        long most = soonest[peak] - usual;
        long half = usual + most / 2;
        int from = peak;
        while (from > 0 && soonest[from - 1] >= half) {
            from--;
        }
        int until = peak;
        while (until + 1 < used && soonest[until + 1] >= half) {
            until++;
        }
        return Optional.of(new MediaStream.Swell(most, begins(until + 1) - begins(from)));
    }

    /** The soonest of some parts; none comes later than of no parts at all. */
    private long least(int from, int to) {
        long least = Long.MAX_VALUE;
        for (int part = from; part < to; part++) {
            least = Math.min(least, soonest[part]);
        }
        return least;
    }

    private long begins(int part) {
        return part * width;
    }
}
