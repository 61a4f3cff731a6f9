package org.ringback.session;

import java.util.OptionalLong;
import org.ringback.capture.wire.Captured;

/**
 * When calls have to have begun to be seen, in microseconds since 1970 as messages count them.
 *
 * @param from the earliest moment; any if empty
 * @param to the latest moment, which still counts; any if empty
 */
public record TimeRange(OptionalLong from, OptionalLong to) {

    /** Every call, also one that has no time. */
    public static final TimeRange ANY = new TimeRange(OptionalLong.empty(), OptionalLong.empty());

    /** From a moment on. */
    public static TimeRange since(long from) {
        return new TimeRange(OptionalLong.of(from), OptionalLong.empty());
    }

    /** Up to a moment. */
    public static TimeRange until(long to) {
        return new TimeRange(OptionalLong.empty(), OptionalLong.of(to));
    }

    /** Both ends count. */
    public static TimeRange between(long from, long to) {
        return new TimeRange(OptionalLong.of(from), OptionalLong.of(to));
    }

    boolean holds(long begin) {
        return equals(ANY)
                || (begin != Captured.NO_TIME
                        && begin >= from.orElse(Long.MIN_VALUE)
                        && begin <= to.orElse(Long.MAX_VALUE));
    }
}
