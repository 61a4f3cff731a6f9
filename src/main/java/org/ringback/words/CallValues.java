package org.ringback.words;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;

/** Values of calls as they are written: always with European digits, never through a locale. */
public final class CallValues {

    private CallValues() {}

    /** ISO 8601 with milliseconds and the offset of the zone; empty if its date is not known. */
    public static Optional<String> timestamp(long micros, ZoneId zone) {
        return Captured.dated(micros) ? Optional.of(new ZoneTimes(zone).timestamp(micros)) : Optional.empty();
    }

    /** The time of day with milliseconds, where a log says no more; empty for all other moments. */
    public static Optional<String> timeOfDay(long micros) {
        boolean undated = micros != Captured.NO_TIME && !Captured.dated(micros);
        return undated ? Optional.of(new ZoneTimes(ZoneOffset.UTC).clock(micros)) : Optional.empty();
    }

    /** Seconds with all six places that captures have. */
    public static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds(), 0)
                .add(BigDecimal.valueOf(duration.getNano() / 1000, 6))
                .setScale(6);
    }

    /** The word for a constant that scripts read: {@code NO_ANSWER} is {@code no-answer}. */
    public static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
