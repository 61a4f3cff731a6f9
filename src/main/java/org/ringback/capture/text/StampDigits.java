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
            Pattern.compile("^[\\s\\[(<]{0,4}(\\d{10}|\\d{13}|\\d{16})(\\.\\d{1,9})?(?=[\\s\\])>|,:]|$)");

    /** With a fraction it is known in the midst of a line too: Grandstream writes it behind its own name. */
    private static final Pattern EPOCH_WITHIN =
            Pattern.compile("(?<=[\\s\\[(|])(\\d{10})(\\.\\d{3,9})(?=[\\s\\])|,:])");

    /** Avaya's traceSBC. */
    private static final Pattern DOTTED =
            Pattern.compile("(?<![0-9-])(\\d\\d)-(\\d\\d)-(\\d{4}):(\\d\\d)\\.(\\d\\d)\\.(\\d\\d)(?![0-9])");

    /** Polycom: month, day and time in ten digits. */
    private static final Pattern PHONE = Pattern.compile("^(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(?=\\.\\d{3}\\|)");

    private static final int LONGEST_EPOCH = 20;

    private static final long MICROS_OF_DAY = 86_400_000_000L;
    /** 2008 to 2039: other numbers that begin a line are numbers. */
    private static final Instant EARLIEST = Instant.ofEpochSecond(1_200_000_000L);

    private static final Instant LATEST = Instant.ofEpochSecond(2_200_000_000L);

    private StampDigits() {}

    /** The time in a part of a line, or null. */
    static Stamp in(String line, int from, int to) {
        Matcher compact = COMPACT.matcher(line).region(from, to).useTransparentBounds(true);
        if (compact.find()) {
            int hour = Integer.parseInt(compact.group(2));
            int minute = Integer.parseInt(compact.group(3));
            int second = Integer.parseInt(compact.group(4));
            StampDate day = StampDate.compact(compact.group(1));
            if (hour < 24 && minute < 60 && second <= 60 && !day.equals(StampDate.NONE)) {
                long micros = (hour * 3600L + minute * 60L + second) * 1_000_000L;
                return Stamp.rest(line, from, compact.start(2), compact.end(), micros)
                        .on(day);
            }
        }
        if (from > 0) {
            return null;
        }
        Matcher dotted = DOTTED.matcher(line).region(0, to).useTransparentBounds(true);
        if (dotted.find()) {
            return dotted(line, dotted);
        }
        Matcher phone = PHONE.matcher(line).region(0, to).useTransparentBounds(true);
        if (phone.find()) {
            return ofPhone(line, phone);
        }
        Matcher epoch = EPOCH.matcher(line).region(0, to).useTransparentBounds(true);
        if (epoch.find()) {
            return sinceEpoch(epoch);
        }
        int end = Math.min(line.length(), to + LONGEST_EPOCH);
        Matcher within = EPOCH_WITHIN.matcher(line).region(0, end).useTransparentBounds(true);
        return within.find() && within.start() < to ? sinceEpoch(within) : null;
    }

    private static Stamp dotted(String line, Matcher written) {
        int hour = Integer.parseInt(written.group(4));
        int minute = Integer.parseInt(written.group(5));
        int second = Integer.parseInt(written.group(6));
        StampDate day = StampDate.of(written.group(3), written.group(1), written.group(2));
        if (hour > 23 || minute > 59 || second > 60 || day.equals(StampDate.NONE)) {
            return null;
        }
        long micros = (hour * 3600L + minute * 60L + second) * 1_000_000L;
        return Stamp.rest(line, 0, written.start(4), written.end(), micros).on(day);
    }

    private static Stamp ofPhone(String line, Matcher phone) {
        int hour = Integer.parseInt(phone.group(2));
        int minute = Integer.parseInt(phone.group(3));
        int second = Integer.parseInt(phone.group(4));
        StampDate day = StampDate.monthAndDay(phone.group(1));
        if (hour > 23 || minute > 59 || second > 60 || day.equals(StampDate.NONE)) {
            return null;
        }
        long micros = (hour * 3600L + minute * 60L + second) * 1_000_000L;
        return Stamp.rest(line, 0, phone.start(2), phone.end(4), micros).on(day);
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
