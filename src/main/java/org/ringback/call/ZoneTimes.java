package org.ringback.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.ringback.capture.wire.Captured;

/**
 * Writes moments as the clocks of one zone show them, with milliseconds. By hand, because a formatter takes as long for one
 * moment as all the rest of a call. Moments are microseconds since 1970 and not {@link Captured#NO_TIME}. Of a moment whose
 * date is not known only the time of day is written, as the log has it.
 */
public final class ZoneTimes {

    private final ZoneId zone;

    public ZoneTimes(ZoneId zone) {
        this.zone = zone;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private LocalDateTime local(long micros) {
        return LocalDateTime.ofInstant(instant(micros), Captured.dated(micros) ? zone : ZoneOffset.UTC);
    }

    public LocalDate date(long micros) {
        return local(micros).toLocalDate();
    }

    /** Whether two moments are on different days; not if one of them is {@link Captured#NO_TIME}. */
    public boolean differentDays(long one, long other) {
        return one != Captured.NO_TIME
                && other != Captured.NO_TIME
                && !date(one).equals(date(other));
    }

    /** As {@code 14:03:07.250}. */
    public String clock(long micros) {
        return clock(local(micros));
    }

    /** As {@code 2026-11-22 14:03:07.250}. */
    public String dated(long micros) {
        LocalDateTime time = local(micros);
        return Captured.dated(micros) ? time.toLocalDate() + " " + clock(time) : clock(time);
    }

    /** As {@code 2026-11-22 14:03:07 UTC+00:00}, for readers who may live in another zone than the writer. */
    public String datedWithOffset(long micros) {
        LocalDateTime time = local(micros);
        String seconds = clock(time).substring(0, "14:03:07".length());
        return Captured.dated(micros) ? time.toLocalDate() + " " + seconds + " UTC" + offset(micros) : seconds;
    }

    /** ISO 8601 with the offset of the zone, as {@code 2026-11-22T14:03:07.250+00:00}; without a date the time of day alone. */
    public String timestamp(long micros) {
        LocalDateTime time = local(micros);
        if (!Captured.dated(micros)) {
            return clock(time);
        }
        return time.toLocalDate() + "T" + clock(time) + offset(micros);
    }

    private static String clock(LocalDateTime time) {
        var clock = new StringBuilder(12);
        twoDigits(time.getHour(), clock).append(':');
        twoDigits(time.getMinute(), clock).append(':');
        twoDigits(time.getSecond(), clock).append('.');
        int milliseconds = time.getNano() / 1_000_000;
        return twoDigits(milliseconds / 10, clock).append(milliseconds % 10).toString();
    }

    private String offset(long micros) {
        ZoneOffset offset = zone.getRules().getOffset(instant(micros));
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        var text = new StringBuilder(6).append(offset.getTotalSeconds() < 0 ? '-' : '+');
        twoDigits(minutes / 60, text).append(':');
        return twoDigits(minutes % 60, text).toString();
    }

    private static StringBuilder twoDigits(int number, StringBuilder text) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
