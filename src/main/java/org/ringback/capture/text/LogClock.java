package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wrap.HeaderLine;

/**
 * Turns the times of one log into microseconds since 1970. A time of day gets the date that was read last, moved on by a
 * day when the log passes midnight; without any date, days are counted in {@link Captured#UNKNOWN_YEAR}. A date without a year gets that of
 * another date in the log, if there is one. Whether day or month comes first is told by a date that can be read in one way. A time
 * whose zone is not written is that of the place where the log is read: most logs are read where they are written, and
 * then every time is shown as it stands in them.
 */
final class LogClock {

    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;
    /** A time that stands further into its line than this does not belong to the line itself. */
    private static final int LINE_START = 64;

    private static final Pattern DATE_HEADER = Pattern.compile("\\bDate: [A-Z][a-z]{2}, \\d");

    private static final LocalDate NO_DATE = LocalDate.of(Captured.UNKNOWN_YEAR, 1, 1);

    private final ZoneId here;
    private LocalDate date;
    private int year;
    private LocalDate heard;
    private boolean american;
    private long last = -1;
    private String unclearZone = "";

    private LogClock(LocalDate date, ZoneId here) {
        this.date = date;
        this.here = here;
    }

    /**
     * A clock that knows the first date near the beginning of the log.
     *
     * @param here the zone of times whose zone is not written
     */
    static LogClock of(MemorySegment bytes, ZoneId here) {
        Lines lines = new Lines(bytes.asSlice(0, Math.min(bytes.byteSize(), TextShape.HEAD)));
        LogClock clock = new LogClock(NO_DATE, here);
        boolean more = true;
        while (more && lines.advance()) {
            String line = lines.text();
            // A Date header tells what its sender believes, not when the log was written.
            boolean header = HeaderLine.isAt(line.strip(), 0)
                    || DATE_HEADER.matcher(line).find();
            if (header) {
                clock.hear(line);
            }
            Stamp stamp = header ? null : Stamp.best(line, 0, LINE_START);
            if (stamp != null && stamp.dated()) {
                clock.learn(stamp);
                more = !stamp.yearKnown() || stamp.day().otherOrder() != null;
            }
        }
        return clock;
    }

    /** A date that this log or a message in it surely has; null if there is none. */
    private LocalDate known() {
        return heard == null && year != 0 ? date : heard;
    }

    /** What the sender of a message believes is enough to tell which of three numbers is the year. */
    private void hear(String line) {
        Stamp told = heard == null && DATE_HEADER.matcher(line).find() ? Stamp.in(line, 0, line.length()) : null;
        heard = told != null && told.yearKnown() ? told.date() : heard;
    }

    private void learn(Stamp stamp) {
        american |= stamp.day().monthFirst();
        if (date.equals(NO_DATE) || (stamp.yearKnown() && year == 0)) {
            date = american ? stamp.day().american().date() : stamp.date();
            year = stamp.yearKnown() ? date.getYear() : year;
        }
    }

    /** The time that a line begins with, or null. */
    Stamp stampOf(String line) {
        return Stamp.best(line, 0, LINE_START);
    }

    /** The time that a line begins with, or {@link Captured#NO_TIME}. */
    long startOf(String line) {
        return micros(stampOf(line));
    }

    /** The time that a line begins with; where it has none, that of the line before it, which announces it in some logs. */
    long startOf(String line, String previous) {
        long time = startOf(line);
        return time == Captured.NO_TIME ? startOf(previous) : time;
    }

    /** The time written in this line after a column, on the date that the line begins with if it has none of its own. */
    long after(String line, int column) {
        Stamp stamp = Stamp.in(line, column, line.length());
        return stamp == null ? startOf(line) : onDateOf(line, stamp);
    }

    /** A time in this line, on the date that the line begins with if it has none of its own. */
    long onDateOf(String line, Stamp stamp) {
        if (!stamp.dated()) {
            Stamp start = Stamp.best(line, 0, Math.min(stamp.column(), LINE_START));
            if (start != null && start.dated()) {
                return micros(stamp.on(start.day()));
            }
        }
        return micros(stamp);
    }

    long micros(Stamp written) {
        if (written == null) {
            return Captured.NO_TIME;
        }
        Stamp stamp = written.dated() ? written : written.on(written.day().near(known()));
        unclearZone = stamp.unclearZone().isEmpty() ? unclearZone : stamp.unclearZone();
        if (stamp.dated()) {
            date = dateOf(stamp.day());
            last = stamp.micros();
            return since1970(date, stamp);
        }
        if (last >= 0 && stamp.micros() < last - DAY / 2) {
            date = date.plusDays(1);
        } else if (last >= 0 && stamp.micros() > last + DAY / 2) {
            // A line of before midnight that came late.
            return since1970(date.minusDays(1), stamp);
        }
        last = stamp.micros();
        return since1970(date, stamp);
    }

    /** A date without a year is in no zone: whether it was summer there is not known. */
    private long since1970(LocalDate day, Stamp stamp) {
        long written = day.toEpochDay() * DAY + stamp.micros();
        if (stamp.zoned() || year == 0) {
            return written;
        }
        var there = LocalDateTime.ofEpochSecond(Math.floorDiv(written, SECOND), 0, ZoneOffset.UTC);
        return written - here.getRules().getOffset(there).getTotalSeconds() * SECOND;
    }

    /** The name of the zone that times had, if it means several; else empty. */
    String unclearZone() {
        return unclearZone;
    }

    private LocalDate dateOf(StampDate day) {
        LocalDate written = american ? day.american().date() : day.date();
        if (day.yearKnown()) {
            year = written.getYear();
            return written;
        }
        return year == 0 ? written : written.withYear(year);
    }

    /** Whether a line begins with a time, as the lines of most logs do. */
    static boolean beginsLogLine(String line) {
        Stamp stamp = Stamp.in(line, 0, 48);
        if (stamp == null || stamp.column() > 40) {
            return false;
        }
        char first = line.charAt(0);
        boolean worded = stamp.dated() && Character.isUpperCase(first) && !HeaderLine.isAt(line, 0);
        return first == '[' || first == '<' || first == '*' || Character.isDigit(first) || worded;
    }
}
