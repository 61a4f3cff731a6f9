package org.ringback.diagnosis.evidence;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Captured.Counted;
import org.ringback.diagnosis.finding.Value;

/** How long after one message another came, where both have times and the clocks of their files agree on the order. */
public final class Elapsed {

    /** Timers B, F and H, 64 times T1 (RFC 3261, 17): after it an unanswered request is given up. */
    public static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(32);

    /** In microseconds. */
    private static final long SECOND = 1_000_000;

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

    /**
     * Whether one message surely came no later than so long after another. A log whose clock counts whole seconds leaves one
     * second open.
     */
    public static boolean within(Duration limit, Message earlier, Message later) {
        long open = wholeSeconds(earlier) && wholeSeconds(later) ? SECOND - 1 : 0;
        return between(earlier, later)
                .filter(passed -> passed.plus(open, ChronoUnit.MICROS).compareTo(limit) <= 0)
                .isPresent();
    }

    private static boolean wholeSeconds(Message message) {
        return message.captured().counted() == Counted.LINES && message.time() % SECOND == 0;
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
