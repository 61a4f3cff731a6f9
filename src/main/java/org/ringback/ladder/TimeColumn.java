package org.ringback.ladder;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ringback.call.Message;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;

/**
 * What stands beside each row: always in European digits, and nothing where the capture does not tell.
 *
 * @param key the row from which {@link TimeMode#SINCE_KEY} counts; without it that is the first message
 * @param zone in which times of day are told
 */
public record TimeColumn(TimeMode mode, Optional<Message> key, ZoneId zone) {

    /** Whether it counts seconds from a row, and tells no time of day. */
    public boolean counts() {
        return switch (mode) {
            case DATE, TIME_OF_DAY -> false;
            case SINCE_START, SINCE_PREVIOUS, SINCE_KEY -> true;
        };
    }

    /** The time of a row. */
    public String text(Ladder ladder, int row) {
        long time = ladder.lines().get(row).time();
        if (time == Captured.NO_TIME) {
            return "";
        }
        var times = new ZoneTimes(zone);
        return switch (mode) {
            case DATE -> times.dated(time);
            case TIME_OF_DAY -> times.clock(time);
            case SINCE_START, SINCE_PREVIOUS, SINCE_KEY ->
                passed(ladder, row).stream()
                        .mapToObj(TimeColumn::clock)
                        .findFirst()
                        .orElse("");
        };
    }

    /** Microseconds since the row from which this one counts, negative before it; always since the first message for a date. */
    public OptionalLong passed(Ladder ladder, int row) {
        long from = switch (mode) {
            case DATE, TIME_OF_DAY, SINCE_START -> ladder.start();
            case SINCE_PREVIOUS -> ladder.lines().get(Math.max(0, row - 1)).time();
            case SINCE_KEY -> key.map(Message::time).orElseGet(ladder::start);
        };
        long time = ladder.lines().get(row).time();
        return from == Captured.NO_TIME || time == Captured.NO_TIME
                ? OptionalLong.empty()
                : OptionalLong.of(time - from);
    }

    /** Seconds to the millisecond; minutes and hours from ten minutes on. */
    private static String clock(long micros) {
        long millis = Math.round(Math.abs(micros) / 1000.0);
        String sign = micros < 0 && millis > 0 ? "\u2212" : "";
        long seconds = millis / 1000;
        if (seconds < 600) {
            return String.format(Locale.ROOT, "%s%d.%03d", sign, seconds, millis % 1000);
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%s%d:%02d.%03d", sign, seconds / 60, seconds % 60, millis % 1000)
                : String.format(
                        Locale.ROOT,
                        "%s%d:%02d:%02d.%03d",
                        sign,
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60,
                        millis % 1000);
    }
}
