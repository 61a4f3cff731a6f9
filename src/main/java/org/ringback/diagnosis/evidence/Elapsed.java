package org.ringback.diagnosis.evidence;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.finding.Value;

/** How long after one message another came, where both have times and the clocks of their files agree on the order. */
public final class Elapsed {

    /** Timers B, F and H, 64 times T1 (RFC 3261, 17): after it an unanswered request is given up. */
    public static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(32);

    private Elapsed() {}

    public static Optional<Duration> between(Message earlier, Message later) {
        return between(earlier.time(), later.time());
    }

    /** The same for times as messages have them. */
    public static Optional<Duration> between(long earlier, long later) {
        return earlier == Captured.NO_TIME || later == Captured.NO_TIME || later < earlier
                ? Optional.empty()
                : Optional.of(Duration.of(later - earlier, ChronoUnit.MICROS));
    }

    public static Value value(Message earlier, Message later) {
        return value(between(earlier, later));
    }

    /** So many microseconds. */
    public static Value value(long micros) {
        return Value.of(Duration.of(micros, ChronoUnit.MICROS));
    }

    public static Value value(Optional<Duration> duration) {
        return duration.map(Value::of).orElseGet(Value.UnknownSpan::new);
    }

    /** Whether the capture goes on for at least so long after a message. */
    public static boolean goesOn(Case examined, Message message, Duration time) {
        return examined.watchedAfter(message)
                .filter(rest -> rest.compareTo(time) >= 0)
                .isPresent();
    }
}
