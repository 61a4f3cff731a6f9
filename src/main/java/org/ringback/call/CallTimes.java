package org.ringback.call;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ringback.capture.wire.Captured;

/**
 * How long the parts of a call took, as far as it can be told.
 *
 * @param postDialDelay from the first INVITE to the first sign of progress (101 to 199) or, without one, to the answer
 * @param ringTime from the first 180 to the final response or, if that comes first, the CANCEL
 * @param talkTime from the first 2xx to the BYE that ended the call
 */
public record CallTimes(Optional<Duration> postDialDelay, Optional<Duration> ringTime, Optional<Duration> talkTime) {

    static final CallTimes UNKNOWN = new CallTimes(Optional.empty(), Optional.empty(), Optional.empty());

    /** Unknown if one of both is, or if clocks disagree so that it would be negative. */
    static Optional<Duration> between(Optional<Message> start, Optional<Message> end) {
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        long from = start.get().time();
        long to = end.get().time();
        return from == Captured.NO_TIME || to == Captured.NO_TIME || to < from
                ? Optional.empty()
                : Optional.of(Duration.of(to - from, ChronoUnit.MICROS));
    }
}
