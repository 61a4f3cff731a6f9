package org.ringback.media;

import java.util.Optional;
import org.ringback.capture.wire.Captured;

/**
 * Finds timestamps that leap ahead or back although the numbers go on and no time has passed (RFC 3550, 5.1). Timestamps that
 * stand still while nothing is sent are none: many senders do that.
 */
final class LeapMeter {

    /** Farther than any buffer reaches. */
    private static final long FAR = 1_000_000;

    /** After a silence of so much a receiver begins anew. */
    private static final long SILENCE = 500_000;

    private int times;
    private long farthest;
    private Moment before;
    private Moment after;

    /**
     * A packet of speech without a marker that follows the one before it by number, with the same payload type.
     *
     * @param micros by how much its timestamp goes on
     */
    void add(long micros, long lastTime, long lastFrame, long time, long frame) {
        if (time == Captured.NO_TIME || lastTime == Captured.NO_TIME || Math.abs(time - lastTime) > SILENCE) {
            return;
        }
        long leap = micros - (time - lastTime);
        if (Math.abs(leap) <= FAR) {
            return;
        }
        times++;
        if (Math.abs(leap) > Math.abs(farthest)) {
            farthest = leap;
            before = new Moment(lastTime, lastFrame);
            after = new Moment(time, frame);
        }
    }

    Optional<MediaStream.Leaps> measured() {
        return times == 0 ? Optional.empty() : Optional.of(new MediaStream.Leaps(times, farthest, before, after));
    }
}
