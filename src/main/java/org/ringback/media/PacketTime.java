package org.ringback.media;

/** By how much the timestamps of a payload type go on from one packet to the next most of the time. */
final class PacketTime {

    private static final int DIFFERENT = 4;

    /** A gap of so many packets' time is a pause. */
    private static final int PAUSE = 4;

    private final int[] steps = new int[DIFFERENT];
    private final int[] times = new int[DIFFERENT];
    private int last;
    private boolean begun;
    private int step;

    /** @param next whether the packet follows the one before it */
    void add(int timestamp, boolean next) {
        step = timestamp - last;
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
                return;
            }
        }
        // As in the search for a majority: what is rare makes room.
        for (int i = 0; i < DIFFERENT; i++) {
            times[i]--;
        }
    }

    /** Whether the last packet's timestamp is much later than the next one's would be. */
    boolean jumped() {
        long usual = usual();
        return usual > 0 && step > PAUSE * usual;
    }

    /** In ticks; 0 if there is none. */
    long usual() {
        int most = 0;
        for (int i = 1; i < DIFFERENT; i++) {
            if (times[i] > times[most]) {
                most = i;
            }
        }
        return times[most] > 0 ? steps[most] : 0;
    }
}
