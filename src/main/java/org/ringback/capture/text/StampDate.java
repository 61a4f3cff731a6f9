package org.ringback.capture.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;

/**
 * The date that a log writes before a time of day.
 *
 * @param date null if none is written, or none that can be read in one way; in {@link Captured#UNKNOWN_YEAR} if the year is
 *     not written
 * @param yearKnown whether the date has a year
 * @param otherOrder the date if day and month are the other way round; null if they cannot be; without a date, the one with
 *     the year first, where day and year may be either
 * @param monthFirst whether it can only be read with the month first, as in America
 */
record StampDate(LocalDate date, boolean yearKnown, LocalDate otherOrder, boolean monthFirst) {

    static final StampDate NONE = new StampDate(null, false, null, false);

    /** A word between a date in numbers and a time. */
    private static final Pattern WORD = Pattern.compile(
            "(?<=\\d,? )(?:at|um|kl\\.?|alle|ore|om|\u00c3\u00a0|\u00d0\u00b2|\u00d0\u00be|\u00c3\u00a0s|a las|v|o)$");

    private static final int LONGEST_WORD = 12;

    /** Not that of the next time in the line. */
    private static final Pattern BEHIND = Pattern.compile(
            "[ ,]{1,2}(?:(\\d{4})[-/.](\\d\\d)[-/.](\\d\\d)|(\\d\\d)[-/.](\\d\\d)[-/.](\\d{4}))(?![-/.\\d]|[T"
                    + " ,]{1,2}\\d{1,2}:\\d)");

    private static final int LONGEST_BEHIND = 24;

    private static final int CENTURY = 2000;

    /** In days: a log may go on for some. */
    private static final int CLOSE = 30;

    private static final int EARLIEST_LIKELY = 2016;
    private static final int LATEST_LIKELY = 2031;

    private static final Pattern SPACED = Pattern.compile("(\\d{4})\\. ?(\\d{1,2})\\. ?(\\d{1,2})\\.$");

    /** The date before a time that begins at a column; a year may stand behind the time too. */
    static StampDate before(String line, int begin, int from, int after) {
        int end = beforeMarks(line, begin, from);
        // Before most times stands a number.
        boolean worded = end > from && !Stamp.isDigit(line, end - 1);
        Matcher word = worded ? WORD.matcher(line).region(Math.max(from, end - LONGEST_WORD), end) : null;
        end = worded && word.find() ? beforeMarks(line, word.start(), from) : end;
        // Korean writes blanks behind the dots of a date, and one at its end.
        if (Stamp.is(line, end - 1, ".")) {
            Matcher spaced = SPACED.matcher(line.substring(Math.max(from, end - 14), end));
            if (spaced.find()) {
                return of(spaced.group(1), spaced.group(2), spaced.group(3));
            }
        }
        int start = end;
        while (start > from
                && end - start < 12
                && (Stamp.isDigit(line, start - 1) || Stamp.is(line, start - 1, "-/."))) {
            start--;
        }
        while (start < end && Stamp.is(line, start, "-")) {
            start++;
        }
        boolean apart = start == 0 || !Character.isLetterOrDigit(line.charAt(start - 1));
        StampDate numbers = ofNumbers(line.substring(start, end), Stamp.is(line, begin - 1, "@"), start == 0, apart);
        // The clients of Lync write a bar between, and the month first in every language.
        boolean barred = Stamp.is(line, end, "|") && line.indexOf('/', start) < end && numbers.otherOrder != null;
        if (barred) {
            return numbers.american();
        }
        return !numbers.equals(NONE) ? numbers : WrittenDate.before(line, from, end, after);
    }

    private static int beforeMarks(String line, int begin, int from) {
        // A date in brackets of its own, right before the time.
        boolean bracket = Stamp.is(line, begin - 1, "]") && Stamp.isDigit(line, begin - 2);
        int end = bracket ? begin - 1 : begin;
        while (end > from && Stamp.is(line, end - 1, " \tT@_,:|-")) {
            end--;
        }
        return end;
    }

    /** The date behind a time that ends at a column, in four digits and twice two; {@link #NONE} if there is none. */
    static StampDate behind(String line, int end) {
        if (!Stamp.is(line, end, " ,")) {
            return NONE;
        }
        Matcher date = BEHIND.matcher(line).region(end, Math.min(line.length(), end + LONGEST_BEHIND));
        if (!date.lookingAt()) {
            return NONE;
        }
        return date.group(1) != null
                ? of(date.group(1), date.group(2), date.group(3))
                : dayFirst(
                        List.of(date.group(4), date.group(5), date.group(6)),
                        date.group().indexOf('/') >= 0);
    }

    private static StampDate ofNumbers(String written, boolean dayBeforeMonth, boolean beginsLine, boolean apart) {
        if (written.isEmpty()) {
            return NONE;
        }
        List<String> parts = parts(written);
        if (parts.size() == 1 && isNumber(written, 8) && written.length() == 8) {
            return compact(written);
        }
        if (parts.size() == 3 && parts.getFirst().length() == 4) {
            return of(parts.get(0), parts.get(1), parts.get(2));
        }
        if (parts.size() == 3) {
            boolean hyphens = written.indexOf('-') >= 0;
            if (hyphens && apart && written.length() == 8 && parts.get(1).length() == 2) {
                return ofTwoDigits(parts);
            }
            String year = parts.get(2).length() == 2 && apart && !hyphens ? ofThisCentury(parts.get(2)) : parts.get(2);
            return dayFirst(List.of(parts.get(0), parts.get(1), year), written.indexOf('/') >= 0 || hyphens);
        }
        if (parts.size() == 2 && dayBeforeMonth) {
            return of("", parts.get(1), parts.get(0));
        }
        // Android's log: month and day.
        boolean monthAndDay = parts.size() == 2 && beginsLine && written.length() == 5 && written.charAt(2) == '-';
        return monthAndDay ? of("", parts.get(0), parts.get(1)) : NONE;
    }

    /**
     * With hyphens either day or year may come first: the one that gives a year in which logs that people bring were
     * written. If both do, the rest of the log may tell.
     */
    private static StampDate ofTwoDigits(List<String> parts) {
        StampDate yearFirst = likely(of("20" + parts.get(0), parts.get(1), parts.get(2)));
        StampDate dayFirst = likely(of("20" + parts.get(2), parts.get(1), parts.get(0)));
        if (yearFirst.equals(NONE) || yearFirst.equals(dayFirst)) {
            return dayFirst;
        }
        return dayFirst.equals(NONE) ? yearFirst : new StampDate(null, false, yearFirst.date, false);
    }

    /** Of the two readings of three numbers of two digits the one that is close to a date; this one if none is. */
    StampDate near(LocalDate known) {
        if (date != null || otherOrder == null || known == null) {
            return this;
        }
        int year = otherOrder.getYear() - CENTURY;
        StampDate dayFirst = of(
                Integer.toString(CENTURY + otherOrder.getDayOfMonth()),
                Integer.toString(otherOrder.getMonthValue()),
                Integer.toString(year));
        if (isClose(otherOrder, known)) {
            return new StampDate(otherOrder, true, null, false);
        }
        return dayFirst.date != null && isClose(dayFirst.date, known) ? dayFirst : this;
    }

    private static boolean isClose(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay()) <= CLOSE;
    }

    private static StampDate likely(StampDate day) {
        boolean likely =
                day.date != null && day.date.getYear() >= EARLIEST_LIKELY && day.date.getYear() <= LATEST_LIKELY;
        return likely ? day : NONE;
    }

    /** A year of two digits, of the times of SIP; as it is if it is of others. */
    private static String ofThisCentury(String digits) {
        return isNumber(digits, 2) && digits.charAt(0) <= '3' && digits.charAt(0) >= '0' ? "20" + digits : digits;
    }

    /** What stands between hyphens, slashes and dots. */
    private static List<String> parts(String written) {
        List<String> parts = new ArrayList<>(3);
        int from = 0;
        for (int at = 0; at < written.length(); at++) {
            if (!Stamp.isDigit(written, at)) {
                parts.add(written.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(written.substring(from));
        return parts;
    }

    /** The year first, or as Sonus writes it, last. */
    static StampDate compact(String digits) {
        StampDate yearFirst = of(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6));
        boolean likely = !yearFirst.equals(NONE) && yearFirst.date.getYear() >= 1990 && yearFirst.date.getYear() < 2100;
        return likely ? yearFirst : of(digits.substring(4), digits.substring(0, 2), digits.substring(2, 4));
    }

    /** Four digits. */
    static StampDate monthAndDay(String digits) {
        return of("", digits.substring(0, 2), digits.substring(2));
    }

    private static StampDate dayFirst(List<String> parts, boolean mayBeAmerican) {
        StampDate day = of(parts.get(2), parts.get(1), parts.get(0));
        StampDate american = mayBeAmerican ? of(parts.get(2), parts.get(0), parts.get(1)) : NONE;
        if (day.equals(NONE)) {
            return american.equals(NONE) ? NONE : new StampDate(american.date, american.yearKnown, null, true);
        }
        return american.equals(NONE) || american.date.equals(day.date)
                ? day
                : new StampDate(day.date, day.yearKnown, american.date, false);
    }

    /** With the month first, if it may be. */
    StampDate american() {
        return otherOrder == null || date == null ? this : new StampDate(otherOrder, yearKnown, null, true);
    }

    /** {@link #NONE} if it is none; an empty year is not known. */
    static StampDate of(String year, String month, String day) {
        boolean known = isNumber(year, 4) && year.length() == 4;
        if (!isNumber(month, 2) || !isNumber(day, 2) || !(known || year.isEmpty())) {
            return NONE;
        }
        try {
            LocalDate date = LocalDate.of(
                    known ? Integer.parseInt(year) : Captured.UNKNOWN_YEAR,
                    Integer.parseInt(month),
                    Integer.parseInt(day));
            return new StampDate(date, known, null, false);
        } catch (DateTimeException e) {
            // No date at all.
            return NONE;
        }
    }

    static boolean isNumber(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (!Stamp.isDigit(text, at)) {
                return false;
            }
        }
        return true;
    }
}
