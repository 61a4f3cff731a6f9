package org.ringback.media;

import java.util.function.LongUnaryOperator;
import org.ringback.capture.wire.Captured;

/**
 * One packet: when it was captured and where it stands.
 *
 * @param time as {@link Captured#time()}
 * @param frame number of the packet in its file, counted from 1
 */
public record Moment(long time, long frame) {

    /** The same packet by another clock. */
    Moment by(LongUnaryOperator clock) {
        return time == Captured.NO_TIME ? this : new Moment(clock.applyAsLong(time), frame);
    }
}
