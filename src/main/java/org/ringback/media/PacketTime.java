package org.ringback.media;

/**
 * By how much the timestamps of a payload type go on from one packet to the next: the shortest step that is no exception. A longer
 * one may be as frequent where silence is not sent: it spans a packet and the silence behind it.
 */
final class PacketTime {

    private static final int DIFFERENT = 4;

    /** A step that is one of so many is no exception. */
    private static final int NO_EXCEPTION = 5;

    /** A gap of so many packets' time is a pause. */
    private static final int PAUSE = 4;

    private final int[] steps = new int[DIFFERENT];
    private final int[] times = new int[DIFFERENT];
    private int last;
    private boolean begun;
    private int step;

    /** Where the last step was counted, or -1 if it was not. */
    private int counted = -1;

    /** @param next whether the packet follows the one before it */
    void add(int timestamp, boolean next) {
        step = timestamp - last;
        counted = -1;
        if (begun && next && step > 0) {
            count();
        }
        last = timestamp;
        begun = true;
    }

    /** How many ticks after the last packet's timestamp another one is. */
    int since(int timestamp) {
        return timestamp - last;
    }

    private void count() {
        for (int i = 0; i < DIFFERENT; i++) {
            if (steps[i] == step || times[i] == 0) {
                steps[i] = step;
                times[i]++;
                counted = i;
                return;
            }
        }
        // As in the search for a majority: what is rare makes room.
        for (int i = 0; i < DIFFERENT; i++) {
            times[i]--;
        }
    }

    /** By how many ticks the last packet went on, if others that do the same would be counted beside it; else 0. */
    int steady() {
        return counted >= 0 && !jumped() ? step : 0;
    }

    /** So many more packets went on by the same, up to a timestamp. */
    void same(int count, int timestamp) {
        times[counted] += count;
        last = timestamp;
    }

    /** Whether the last packet's timestamp is much later than the next one's would be. */
    boolean jumped() {
        long usual = usual();
        return usual > 0 && step > PAUSE * usual;
    }

    /** In ticks; 0 if there is none. */
    long usual() {
        int all = 0;
        for (int each : times) {
            all += each;
        }
        int shortest = 0;
        for (int i = 0; i < DIFFERENT; i++) {
            boolean often = times[i] > 0 && times[i] >= all / NO_EXCEPTION;
            if (often && (shortest == 0 || steps[i] < shortest)) {
                shortest = steps[i];
            }
        }
        return shortest;
    }
}
