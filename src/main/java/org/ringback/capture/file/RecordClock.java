package org.ringback.capture.file;

import java.util.function.LongSupplier;
import org.ringback.capture.wire.Captured;

/**
 * Tells a time that is damaged from a clock that was set, from a pause of days, and from a second clock in the same file:
 * the records behind it are asked with which time they agree. Times are microseconds since 1970, as in {@link
 * Captured#time()}.
 */
final class RecordClock {

    /** Times that are farther apart do not speak for each other: a day. */
    private static final long NEAR = 86_400_000_000L;

    /** So many records behind it are asked. */
    private static final int ASKED = 8;

    private long last = Captured.NO_TIME;
    private long lastAstray = Captured.NO_TIME;

    /** The time of the last record whose time was right, or {@link Captured#NO_TIME}. */
    long last() {
        return last;
    }

    /** Whether a time is near the last one that was right, if there was any. */
    boolean near(long time) {
        return last == Captured.NO_TIME || near(time, last);
    }

    private static boolean near(long one, long other) {
        return one != Captured.NO_TIME && other != Captured.NO_TIME && Math.abs(one - other) < NEAR;
    }

    /** A time that is right. */
    void set(long time) {
        last = time;
    }

    /**
     * Whether a time that is not near the last one is wrong, because all around it say otherwise.
     *
     * @param following the times of the records behind it; without a time behind the last one
     */
    boolean astray(long time, LongSupplier following) {
        if (near(time, lastAstray)) {
            return false;
        }
        boolean contradicted = false;
        for (int asked = 0; asked < ASKED; asked++) {
            long next = following.getAsLong();
            if (near(next, time)) {
                return false;
            }
            contradicted |= near(next, last);
        }
        if (contradicted) {
            lastAstray = time;
        }
        return contradicted;
    }
}
