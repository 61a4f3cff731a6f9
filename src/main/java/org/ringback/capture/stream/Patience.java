package org.ringback.capture.stream;

import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;

/** How long a direction waits for bytes that are missing: what the receiver has, only the capture lacks. */
final class Patience {

    private final TcpStreams shared;
    private boolean otherSeen;
    private int acknowledged;
    private long since;

    Patience(TcpStreams shared) {
        this.shared = shared;
    }

    /** A connection of which nothing is known of the other side. */
    void begin() {
        otherSeen = false;
    }

    /** Since when it waits, in microseconds of the capture. */
    void since(long time) {
        since = time;
    }

    /** The receiver has everything before this number. */
    void acknowledged(int number) {
        otherSeen = true;
        acknowledged = number;
    }

    /** Whether the receiver, of which something was seen, has not said that it has everything before this number. */
    boolean owes(int number) {
        return otherSeen && acknowledged - number < 0;
    }

    /** Whether what is missing before the first of these segments will not come any more. */
    boolean ends(WaitingSegments waiting, long time) {
        int count = waiting.count();
        if (count >= Limits.WAITING_SEGMENTS || shared.waiting >= Limits.ALL_WAITING_SEGMENTS) {
            return true;
        }
        long elapsed = time == Captured.NO_TIME || since == Captured.NO_TIME ? 0 : time - since;
        if (!otherSeen) {
            return elapsed >= Limits.ONE_SIDED_GAP;
        }
        if (acknowledged - waiting.first().sequence() >= 0) {
            return elapsed >= Limits.ACKNOWLEDGED_GAP || count >= Limits.ACKNOWLEDGED_GAP_SEGMENTS;
        }
        return elapsed >= Limits.GAP;
    }
}
