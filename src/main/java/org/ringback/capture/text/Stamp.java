package org.ringback.capture.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A time as a log writes it.
 *
 * @param date null if only the time of day is written; in 1970 if the year is not
 * @param yearKnown whether the date has a year
 * @param micros of the day, in UTC as far as the log says; may lie outside of the day because of the zone
 * @param column where the time of day begins in its line
 */
record Stamp(LocalDate date, boolean yearKnown, long micros, int column) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final long SECOND = 1_000_000L;

    /** The first time of day written at or after a column and before another, with its date if it has one; or null. */
    static Stamp in(String line, int from, int to) {
        int end = Math.min(line.length(), to);
        for (int colon = line.indexOf(':', from); colon >= 0 && colon < end; colon = line.indexOf(':', colon + 1)) {
            Stamp stamp = around(line, colon, from);
            if (stamp != null) {
                return stamp;
            }
        }
        return null;
    }

    private static Stamp around(String line, int colon, int from) {
        int begin = colon;
        while (begin > from && colon - begin < 2 && isDigit(line, begin - 1)) {
            begin--;
        }
        boolean shaped = begin < colon
                && !(begin > from && isDigit(line, begin - 1))
                && isDigit(line, colon + 1)
                && isDigit(line, colon + 2)
                && is(line, colon + 3, ":")
                && isDigit(line, colon + 4)
                && isDigit(line, colon + 5)
                && !isDigit(line, colon + 6);
        if (!shaped) {
            return null;
        }
        int hour = number(line, begin, colon);
        int minute = number(line, colon + 1, colon + 3);
        int second = number(line, colon + 4, colon + 6);
        if (hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        long micros = (hour * 3600L + minute * 60L + second) * SECOND;
        int at = colon + 6;
        if (is(line, at, ".,:") && isDigit(line, at + 1)) {
            long unit = SECOND / 10;
            at++;
            while (isDigit(line, at)) {
                micros += unit * (line.charAt(at) - '0');
                unit /= 10;
                at++;
            }
        }
        micros -= zone(line, at) * 60L * SECOND;
        return dated(line, begin, from, at, micros);
    }

    /** Minutes east of Greenwich, zero if none is written. */
    private static int zone(String line, int at) {
        int sign = is(line, at, " ") ? at + 1 : at;
        if (!is(line, sign, "+-") || !isDigit(line, sign + 1) || !isDigit(line, sign + 2)) {
            return 0;
        }
        int minutes = is(line, sign + 3, ":") ? sign + 4 : sign + 3;
        if (!isDigit(line, minutes) || !isDigit(line, minutes + 1) || isDigit(line, minutes + 2)) {
            return 0;
        }
        int east = number(line, sign + 1, sign + 3) * 60 + number(line, minutes, minutes + 2);
        return line.charAt(sign) == '-' ? -east : east;
    }

    private static Stamp dated(String line, int begin, int from, int after, long micros) {
        int end = begin;
        while (end > from && is(line, end - 1, " T@_,")) {
            end--;
        }
        int start = end;
        while (start > from && end - start < 12 && (isDigit(line, start - 1) || is(line, start - 1, "-/."))) {
            start--;
        }
        List<String> parts = List.of(line.substring(start, end).split("[-/.]", -1));
        if (parts.size() == 3) {
            boolean yearFirst = parts.get(0).length() == 4;
            Stamp stamp = of(parts.get(yearFirst ? 0 : 2), parts.get(1), parts.get(yearFirst ? 2 : 0), micros, begin);
            if (stamp != null) {
                return stamp;
            }
        }
        if (parts.size() == 2 && is(line, begin - 1, "@")) {
            Stamp stamp = of("", parts.get(1), parts.get(0), micros, begin);
            if (stamp != null) {
                return stamp;
            }
        }
        Stamp worded = worded(line, from, end, after, micros, begin);
        return worded != null ? worded : new Stamp(null, false, micros, begin);
    }

    /** A date with the name of the month, English as all logs write it. */
    private static Stamp worded(String line, int from, int end, int after, long micros, int begin) {
        String[] words = line.substring(Math.max(from, end - 16), end).strip().split("[ ,]+", -1);
        int last = words.length - 1;
        for (int i = last; i >= 0 && i >= last - 2; i--) {
            int month = monthOf(words[i]);
            if (month == 0) {
                continue;
            }
            String number = Integer.toString(month);
            if (i == last - 2) {
                return of(words[last], number, words[last - 1], micros, begin);
            }
            if (i == last - 1 && last >= 2 && isNumber(words[last], 4) && isNumber(words[last - 2], 2)) {
                return of(words[last], number, words[last - 2], micros, begin);
            }
            if (i == last - 1) {
                boolean yearAfter = is(line, after, " ")
                        && isNumber(line.substring(after + 1, Math.min(line.length(), after + 5)), 4)
                        && is(line, after + 1, "12")
                        && !isDigit(line, after + 5)
                        && !is(line, after + 5, "-:.");
                return of(yearAfter ? line.substring(after + 1, after + 5) : "", number, words[last], micros, begin);
            }
        }
        return null;
    }

    private static Stamp of(String year, String month, String day, long micros, int column) {
        boolean known = isNumber(year, 4) && year.length() == 4;
        if (!isNumber(month, 2) || !isNumber(day, 2) || !(known || year.isEmpty())) {
            return null;
        }
        try {
            LocalDate date =
                    LocalDate.of(known ? Integer.parseInt(year) : 1970, Integer.parseInt(month), Integer.parseInt(day));
            return new Stamp(date, known, micros, column);
        } catch (DateTimeException e) {
            // 29 February without a year, or no date at all.
            return null;
        }
    }

    private static int monthOf(String word) {
        if (word.length() < 3) {
            return 0;
        }
        String name = word.substring(word.length() - 3).toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(name) + 1;
    }

    private static boolean isNumber(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int number(String line, int from, int to) {
        return Integer.parseInt(line.substring(from, to));
    }

    private static boolean isDigit(String line, int at) {
        return at >= 0 && at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }

    private static boolean is(String line, int at, String characters) {
        return at >= 0 && at < line.length() && characters.indexOf(line.charAt(at)) >= 0;
    }
}
