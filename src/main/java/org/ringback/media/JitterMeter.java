package org.ringback.media;

import org.ringback.capture.wire.Captured;

/**
 * The interarrival jitter of RFC 3550, section 6.4.1, in microseconds. The clock of a payload type that is assigned to no codec
 * is worked out from the first packets: they are kept until it is known, and then counted.
 */
final class JitterMeter {

    private static final int LEARNED = 50;
    private static final int ENOUGH = 10;

    /** So far nobody is off by the network: the clock was set anew. */
    private static final double RESET = 2e6;

    private int rate;
    private boolean assigned;
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
        if (time == Captured.NO_TIME) {
            return;
        }
        if (payloadType != lastType) {
            // Not all who change the codec go on with the same clock.
            lastTime = Captured.NO_TIME;
            lastType = payloadType;
        }
        if (rate == 0 && kept == 0) {
            rate = ClockRates.assigned(payloadType);
            assigned = rate != 0;
        }
        if (rate != 0) {
            count(time, timestamp);
            return;
        }
        if (kept == LEARNED) {
            return;
        }
        if (times == null) {
            times = new long[LEARNED];
            stamps = new int[LEARNED];
        }
        times[kept] = time;
        stamps[kept] = timestamp;
        kept++;
        if (kept == LEARNED) {
            learn();
        }
    }

    /** What is kept is enough for the clock, or will have to be. */
    void learn() {
        if (times != null && kept >= ENOUGH) {
            long ticks = 0;
            for (int i = 1; i < kept; i++) {
                ticks += stamps[i] - stamps[i - 1];
            }
            rate = ClockRates.measured(ticks, times[kept - 1] - times[0]);
            for (int i = 0; rate != 0 && i < kept; i++) {
                count(times[i], stamps[i]);
            }
        }
        times = null;
        stamps = null;
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

    /** Ticks per second; 0 if they are not known. */
    int rate() {
        return rate;
    }

    /** Whether the payload type says so, and it was not worked out. */
    boolean assigned() {
        return assigned;
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
