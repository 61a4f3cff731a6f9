package org.ringback.capture.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wrap.Epoch;

/** Times without colons: {@code 20190717T103254.123Z}, {@code 07172019 103254.570846}, and seconds since 1970. */
final class StampDigits {

    private static final Pattern COMPACT =
            Pattern.compile("(?<![0-9A-Za-z])(\\d{8})[T _-](\\d\\d)(\\d\\d)(\\d\\d)(?![0-9])");
    private static final Pattern EPOCH =
            Pattern.compile("^[\\s\\[(<]{0,4}(\\d{10}|\\d{13}|\\d{16}|\\d{19})(\\.\\d{1,9})?(?=[\\s\\])>|,:]|$)");

    /** With a fraction it is known in the midst of a line too: Grandstream writes it behind its own name. */
    private static final Pattern EPOCH_WITHIN =
            Pattern.compile("(?<=[\\s\\[(|])(\\d{10})(\\.\\d{3,9})(?=[\\s\\])|,:])");

    /** Avaya's traceSBC. */
    private static final Pattern DOTTED =
            Pattern.compile("(?<![0-9-])(\\d\\d)-(\\d\\d)-(\\d{4}):(\\d\\d)\\.(\\d\\d)\\.(\\d\\d)(?![0-9])");

    /** DB2, and systems whose names of files may have no colon. */
    private static final Pattern DOTTED_YEAR_FIRST = Pattern.compile(
            "(?<![0-9.-])(\\d{4})[.-](\\d\\d)[.-](\\d\\d)[ T_:-](\\d\\d)\\.(\\d\\d)\\.(\\d\\d)(?![0-9])");

    /** All in one number, perhaps with milliseconds or microseconds. */
    private static final Pattern ONE_NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z+.-])((?:19|20)\\d{6})(\\d\\d)(\\d\\d)(\\d\\d)(\\d{3}|\\d{6})?(?![0-9A-Za-z@])");

    /** Polycom: month, day and time in ten digits. */
    private static final Pattern PHONE = Pattern.compile("^(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(?=(?:\\.\\d{3})?\\|)");

    private static final int LONGEST_EPOCH = 20;

    private static final long MICROS_OF_DAY = 86_400_000_000L;
    /** 2008 to 2039: other numbers that begin a line are numbers. */
    private static final Instant EARLIEST = Instant.ofEpochSecond(1_200_000_000L);

    private static final Instant LATEST = Instant.ofEpochSecond(2_200_000_000L);

    private StampDigits() {}

    /** The time in a part of a line, or null. */
    static Stamp in(String line, int from, int to) {
        Matcher compact = COMPACT.matcher(line).region(from, to).useTransparentBounds(true);
        Stamp found = compact.find() ? at(line, from, compact, 2, StampDate.compact(compact.group(1))) : null;
        if (found != null || from > 0) {
            return found;
        }
        Matcher number = ONE_NUMBER.matcher(line).region(0, to).useTransparentBounds(true);
        Stamp ofNumber = number.find() ? ofNumber(line, number) : null;
        if (ofNumber != null) {
            return ofNumber;
        }
        Matcher dotted = DOTTED.matcher(line).region(0, to).useTransparentBounds(true);
        if (dotted.find()) {
            return at(line, 0, dotted, 4, StampDate.of(dotted.group(3), dotted.group(1), dotted.group(2)));
        }
        Matcher yearFirst = DOTTED_YEAR_FIRST.matcher(line).region(0, to).useTransparentBounds(true);
        if (yearFirst.find()) {
            return at(line, 0, yearFirst, 4, StampDate.of(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)));
        }
        Matcher phone = PHONE.matcher(line).region(0, to).useTransparentBounds(true);
        if (phone.find()) {
            return at(line, 0, phone, 2, StampDate.monthAndDay(phone.group(1)));
        }
        Stamp worded = WordedClock.in(line, to);
        if (worded != null) {
            return worded;
        }
        Matcher epoch = EPOCH.matcher(line).region(0, to).useTransparentBounds(true);
        if (epoch.find()) {
            return sinceEpoch(epoch);
        }
        int end = Math.min(line.length(), to + LONGEST_EPOCH);
        Matcher within = EPOCH_WITHIN.matcher(line).region(0, end).useTransparentBounds(true);
        return within.find() && within.start() < to ? sinceEpoch(within) : null;
    }

    /** The time whose hour, minute and second are three groups, the first of them this one; null if it is none. */
    private static Stamp at(String line, int from, Matcher written, int hours, StampDate day) {
        int hour = Integer.parseInt(written.group(hours));
        int minute = Integer.parseInt(written.group(hours + 1));
        int second = Integer.parseInt(written.group(hours + 2));
        if (hour > 23 || minute > 59 || second > 60 || day.equals(StampDate.NONE)) {
            return null;
        }
        long micros = (hour * 3600L + minute * 60L + second) * 1_000_000L;
        return Stamp.rest(line, from, written.start(hours), written.end(hours + 2), micros)
                .on(day);
    }

    private static Stamp ofNumber(String line, Matcher number) {
        Stamp seconds = at(line, 0, number, 2, StampDate.compact(number.group(1)));
        String fraction = number.group(5);
        if (seconds == null || fraction == null) {
            return seconds;
        }
        long micros = Long.parseLong(fraction) * (fraction.length() == 3 ? 1000 : 1);
        return new Stamp(seconds.day(), seconds.micros() + micros, seconds.column(), number.end(), false, "");
    }

    private static Stamp sinceEpoch(Matcher epoch) {
        String fraction = epoch.group(2) == null ? "" : epoch.group(2);
        Optional<Instant> time = Epoch.of(epoch.group(1) + fraction);
        if (time.isEmpty() || time.get().isBefore(EARLIEST) || time.get().isAfter(LATEST)) {
            return null;
        }
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time.get());
        LocalDate date = LocalDate.ofInstant(time.get(), ZoneOffset.UTC);
        return new Stamp(
                new StampDate(date, true, null, false),
                Math.floorMod(micros, MICROS_OF_DAY),
                epoch.start(1),
                epoch.end(),
                true,
                "");
    }
}
