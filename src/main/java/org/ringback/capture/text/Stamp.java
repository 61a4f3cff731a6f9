package org.ringback.capture.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A time as a log writes it.
 *
 * @param day its date; {@link StampDate#NONE} if only the time of day is written
 * @param micros of the day, in UTC if its zone is written; may then lie outside of the day
 * @param column where the time of day begins in its line
 * @param end where it ends, its zone included
 * @param zoned whether its zone is written, so that it is in UTC
 * @param unclearZone the name of its zone, if that means several; else empty
 */
record Stamp(StampDate day, long micros, int column, int end, boolean zoned, String unclearZone) {

    private static final long SECOND = 1_000_000L;
    private static final long QUARTER = 900 * SECOND;
    private static final long HALF_DAY = 12 * 3600 * SECOND;

    /** One character for each byte of UTF-8, and one of Latin-1. */
    private static final List<String> BLANKS = List.of(" ", "\u00e2\u0080\u00af", "\u00c2\u00a0", "\u00a0");

    /** Whether a date is written, with or without a year. */
    boolean dated() {
        return day.date() != null;
    }

    /** The date, in an unknown year if that is not written; null if none is written. */
    LocalDate date() {
        return day.date();
    }

    boolean yearKnown() {
        return day.yearKnown();
    }

    Stamp on(StampDate other) {
        return new Stamp(other, micros, column, end, zoned, unclearZone);
    }

    /** The first time of day written at or after a column and before another, with its date if it has one; or null. */
    static Stamp in(String line, int from, int to) {
        int end = Math.min(line.length(), to);
        for (int colon = line.indexOf(':', from); colon >= 0 && colon < end; colon = line.indexOf(':', colon + 1)) {
            Stamp stamp = around(line, colon, from);
            if (stamp != null) {
                return stamp;
            }
        }
        return StampDigits.in(line, from, end);
    }

    /** Of the times in a part of a line the one that says most: with a year, with a fraction; the first one of equals. */
    static Stamp best(String line, int from, int to) {
        Stamp best = in(line, from, to);
        Stamp next = best;
        while (next != null && !best.yearKnown() && next.end() < to) {
            next = in(line, next.end(), to + 40);
            if (next != null && next.yearKnown()) {
                return next;
            }
            best = next != null && next.isFiner(best) ? next : best;
        }
        return best;
    }

    /** Whether it says the same as another one, apart from its zone, with a fraction that the other does not have. */
    private boolean isFiner(Stamp other) {
        long apart = Math.floorMod(micros - other.micros, QUARTER);
        return dated() == other.dated()
                && other.micros % SECOND == 0
                && micros % SECOND != 0
                && Math.min(apart, QUARTER - apart) < 2 * SECOND;
    }

    private static Stamp around(String line, int colon, int from) {
        int begin = colon;
        while (begin > from && colon - begin < 2 && isDigit(line, begin - 1)) {
            begin--;
        }
        // Behind a plus it is an offset: of a zone, or from the first message on.
        boolean shaped = begin < colon
                && !(begin > from && isDigit(line, begin - 1))
                && !(begin > 1 && is(line, begin - 1, "+"))
                && isDigit(line, colon + 1)
                && isDigit(line, colon + 2)
                && is(line, colon + 3, ":")
                && isDigit(line, colon + 4)
                && isDigit(line, colon + 5)
                && !isDigit(line, colon + 6)
                && !isDaysFirst(line, colon + 6);
        if (!shaped) {
            return null;
        }
        int hour = number(line, begin, colon);
        int minute = number(line, colon + 1, colon + 3);
        int second = number(line, colon + 4, colon + 6);
        if (hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        return rest(line, from, begin, colon + 6, (hour * 3600L + minute * 60L + second) * SECOND);
    }

    /** Clocks of phones count days, hours, minutes, seconds and milliseconds: the hour is the second number then. */
    private static boolean isDaysFirst(String line, int behind) {
        return is(line, behind, ":")
                && isDigit(line, behind + 1)
                && isDigit(line, behind + 2)
                && is(line, behind + 3, ":.,")
                && isDigit(line, behind + 4);
    }

    /** What stands behind the seconds: their fraction, half of the day, the zone. */
    static Stamp rest(String line, int from, int begin, int behind, long ofDay) {
        long micros = ofDay;
        int at = behind;
        if (is(line, at, ".,:") && isDigit(line, at + 1)) {
            long unit = SECOND / 10;
            at++;
            while (isDigit(line, at)) {
                micros += unit * (line.charAt(at) - '0');
                unit /= 10;
                at++;
            }
        }
        Optional<Boolean> afternoon = afternoon(line, at);
        if (afternoon.isPresent() && micros < HALF_DAY + 3600 * SECOND) {
            boolean twelve = micros >= HALF_DAY;
            micros += afternoon.get() ? twelve ? 0 : HALF_DAY : twelve ? -HALF_DAY : 0;
            at = behindBlank(line, at) + 2;
        }
        Optional<Boolean> before = afternoon.isPresent() ? afternoon : HalfOfDay.before(line, begin);
        if (afternoon.isEmpty() && before.isPresent() && micros < HALF_DAY + 3600 * SECOND) {
            boolean twelve = micros >= HALF_DAY;
            micros += before.get() ? twelve ? 0 : HALF_DAY : twelve ? -HALF_DAY : 0;
        }
        StampZone zone = StampZone.at(line, at);
        micros -= zone.minutes() * 60L * SECOND;
        StampDate written = StampDate.before(line, begin - HalfOfDay.length(line, begin), from, zone.end());
        StampDate day = written.equals(StampDate.NONE) ? StampDate.behind(line, zone.end()) : written;
        return new Stamp(
                afternoon.isPresent() ? day.american() : day,
                micros,
                begin,
                zone.end(),
                zone.written(),
                zone.unclear());
    }

    private static Optional<Boolean> afternoon(String line, int from) {
        int at = behindBlank(line, from);
        boolean half =
                is(line, at, "aApP") && is(line, at + 1, "mM") && !Character.isLetterOrDigit(charAt(line, at + 2));
        return half ? Optional.of(is(line, at, "pP")) : Optional.empty();
    }

    /** Behind a blank if there is one: browsers write one that does not break, and one that is narrow too. */
    private static int behindBlank(String line, int from) {
        for (String blank : BLANKS) {
            if (line.startsWith(blank, from)) {
                return from + blank.length();
            }
        }
        return from;
    }

    private static char charAt(String line, int at) {
        return at < line.length() ? line.charAt(at) : ' ';
    }

    static int number(String line, int from, int to) {
        return Integer.parseInt(line.substring(from, to));
    }

    static boolean isDigit(String line, int at) {
        return at >= 0 && at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }

    static boolean is(String line, int at, String characters) {
        return at >= 0 && at < line.length() && characters.indexOf(line.charAt(at)) >= 0;
    }
}
