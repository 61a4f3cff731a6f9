package org.ringback.diagnosis;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;

/** How long after one message another came, where both have times and the clocks of their files agree on the order. */
final class Elapsed {

    /** Timers B, F and H, 64 times T1 (RFC 3261, 17): after it an unanswered request is given up. */
    static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(32);

    private Elapsed() {}

    static Optional<Duration> between(Message earlier, Message later) {
        return between(earlier.time(), later.time());
    }

    /** The same for times as messages have them. */
    static Optional<Duration> between(long earlier, long later) {
        return earlier == Captured.NO_TIME || later == Captured.NO_TIME || later < earlier
                ? Optional.empty()
                : Optional.of(Duration.of(later - earlier, ChronoUnit.MICROS));
    }

    static Value value(Message earlier, Message later) {
        return value(between(earlier, later));
    }

    static Value value(Optional<Duration> duration) {
        return duration.map(Value::of).orElseGet(Value.Unknown::new);
    }

    /** Whether the capture goes on for at least so long after a message. */
    static boolean goesOn(Case examined, Message message, Duration time) {
        return examined.watchedAfter(message)
                .filter(rest -> rest.compareTo(time) >= 0)
                .isPresent();
    }
}
