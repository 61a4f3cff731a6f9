package org.ringback.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;

/**
 * Writes moments as the clocks of one zone show them, with milliseconds. By hand, because a formatter takes as long for one
 * moment as all the rest of a call. Moments are microseconds since 1970 and not {@link Captured#NO_TIME}. Of a moment whose
 * date is not known only the time of day is written, as the log has it.
 */
public final class ZoneTimes {

    private static final long MINUTE = 60_000_000;
    private static final Pattern WRITTEN = Pattern.compile("(?:(?<date>\\d{4}-\\d{2}-\\d{2})[ T]+)?"
            + "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?");

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

    /**
     * Reads a moment as people write it: {@code 14:03}, {@code 14:03:07}, {@code 14:03:07.250}, with the date before it or
     * without.
     *
     * @param near a moment of the same capture: of this day, or without a date as it is
     * @return all that may be meant, from its first microsecond to its last; empty if it is no time
     */
    public Optional<Stretch> read(String text, long near) {
        Matcher parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = parts.group("date") == null ? date(near) : LocalDate.parse(parts.group("date"));
            String fraction = Objects.requireNonNullElse(parts.group("fraction"), "");
            int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
            LocalTime time =
                    LocalTime.of(number(parts, "hour"), number(parts, "minute"), number(parts, "second"), nanos);
            ZoneId counted = Captured.dated(near) ? zone : ZoneOffset.UTC;
            long first = ChronoUnit.MICROS.between(
                    Instant.EPOCH, day.atTime(time).atZone(counted).toInstant());
            long length = parts.group("second") == null ? MINUTE : micros(fraction.length());
            return Optional.of(new Stretch(first, first + length - 1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What is meant by a time that is written no more exactly: both moments are part of it. */
    public record Stretch(long first, long last) {}

    private static int number(Matcher parts, String name) {
        return parts.group(name) == null ? 0 : Integer.parseInt(parts.group(name));
    }

    /** How long what so many digits behind the seconds say lasts. */
    private static long micros(int digits) {
        return digits >= 6 ? 1 : Math.round(Math.pow(10, 6 - digits));
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
