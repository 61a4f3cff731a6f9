package org.ringback.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to add to all times of a file, as people write it: {@code +1.5s}, {@code -20ms}, {@code 1h}. */
public final class ClockOffset {

    /** Longer ones are a slip of the hand, not a wrong clock: ten years. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(10L * 366 * 86_400);

    private static final Pattern OFFSET =
            Pattern.compile("(?<number>[+-]?\\d{1,10}(?:\\.\\d{1,9})?)\\s?(?<unit>ms|s|m|h)?");

    private static final Map<String, BigDecimal> UNITS = Map.of(
            "ms",
            new BigDecimal("0.001"),
            "s",
            BigDecimal.ONE,
            "m",
            BigDecimal.valueOf(60),
            "h",
            BigDecimal.valueOf(3600));

    private ClockOffset() {}

    /** Reads one; a number without a unit is seconds. Empty if it cannot be meant. */
    public static Optional<Duration> of(String typed) {
        Matcher read = OFFSET.matcher(typed);
        if (!read.matches()) {
            return Optional.empty();
        }
        String unit = read.group("unit") == null ? "s" : read.group("unit");
        BigDecimal seconds = new BigDecimal(read.group("number")).multiply(UNITS.get(unit));
        return seconds.abs().compareTo(MOST_SECONDS) > 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(seconds.movePointRight(9).longValue()));
    }

    /** Writes one in seconds, so that it can be read again. */
    public static String text(Duration offset) {
        BigDecimal seconds = BigDecimal.valueOf(offset.toNanos(), 9).stripTrailingZeros();
        String sign = seconds.signum() < 0 ? "" : "+";
        return sign + seconds.toPlainString() + "s";
    }
}
