package org.ringback.media;

import org.ringback.capture.wire.Captured;

/**
 * The interarrival jitter of RFC 3550, section 6.4.1, in microseconds. The clock of a payload type that is assigned to no codec
 * is worked out from its first packets: they are kept until it is known, and then counted.
 */
final class JitterMeter {

    private static final int LEARNED = 50;
    private static final int ENOUGH = 10;

    /** So far nobody is off by the network: the clock was set anew. */
    private static final double RESET = 2e6;

    private int codec = -1;
    private int rate;
    private int learnedType = -1;
    private int learnedRate;
    private long[] times;
    private int[] stamps;
    private int kept;

    private long lastTime = Captured.NO_TIME;
    private int lastStamp;
    private int lastType = -1;
    private double jitter;
    private double highest;
    private double sum;
    private long count;

    /** A packet of speech, in the order in which packets came. */
    void add(int payloadType, long time, int timestamp) {
        if (payloadType != lastType) {
            changed(payloadType);
        }
        if (time == Captured.NO_TIME) {
            return;
        }
        if (rate != 0) {
            count(time, timestamp);
        } else if (payloadType == codec && kept < LEARNED) {
            keep(time, timestamp);
        }
    }

    /** Not all who change the codec go on with the same clock; comfort noise has that of the speech around it. */
    private void changed(int payloadType) {
        lastTime = Captured.NO_TIME;
        lastType = payloadType;
        if (payloadType == codec || (ClockRates.comfortNoise(payloadType) && codec >= 0)) {
            return;
        }
        codec = payloadType;
        rate = rate(payloadType);
        kept = 0;
    }

    private void keep(long time, int timestamp) {
        if (times == null) {
            times = new long[LEARNED];
            stamps = new int[LEARNED];
        }
        times[kept] = time;
        stamps[kept] = timestamp;
        kept++;
        if (kept == LEARNED) {
            learn();
            times = null;
            stamps = null;
        }
    }

    private void learn() {
        long ticks = 0;
        for (int i = 1; i < kept; i++) {
            ticks += stamps[i] - stamps[i - 1];
        }
        rate = ClockRates.measured(ticks, times[kept - 1] - times[0]);
        learnedType = codec;
        learnedRate = rate;
        for (int i = 0; rate != 0 && i < kept; i++) {
            count(times[i], stamps[i]);
        }
    }

    /** What there is to say if no more packets come: for a clock that is not known yet, what is kept has to be enough. */
    JitterMeter settled() {
        if (rate != 0 || times == null || kept < ENOUGH) {
            return this;
        }
        var settled = new JitterMeter();
        settled.codec = codec;
        settled.jitter = jitter;
        settled.highest = highest;
        settled.sum = sum;
        settled.count = count;
        settled.times = times;
        settled.stamps = stamps;
        settled.kept = kept;
        settled.learn();
        return settled;
    }

    private void count(long time, int timestamp) {
        if (lastTime != Captured.NO_TIME) {
            double difference = time - lastTime - 1e6 * (timestamp - lastStamp) / rate;
            if (Math.abs(difference) < RESET) {
                jitter += (Math.abs(difference) - jitter) / 16;
                highest = Math.max(highest, jitter);
                sum += jitter;
                count++;
            }
        }
        lastTime = time;
        lastStamp = timestamp;
    }

    /** Ticks per second of a payload type, as it is assigned or was learned last; 0 if they are not known. */
    int rate(int payloadType) {
        return payloadType == learnedType ? learnedRate : ClockRates.assigned(payloadType);
    }

    /** Begins a run with the packet that was counted last. */
    void begin(SteadyRun run) {
        run.jitter = jitter;
        run.sumOfJitter = sum;
    }

    /** The packets of a run were counted there. */
    void same(SteadyRun run) {
        jitter = run.jitter;
        highest = Math.max(highest, run.highestJitter);
        sum = run.sumOfJitter;
        count += run.count;
        lastTime = run.lastTime;
        lastStamp = run.timestamp;
    }

    /** Whether the packet that was added last was counted, with a clock that is known. */
    boolean counted(long time) {
        return rate != 0 && lastTime == time;
    }

    /** Now, in microseconds. */
    double now() {
        return jitter;
    }

    double highest() {
        return highest;
    }

    double mean() {
        return count == 0 ? 0 : sum / count;
    }
}
