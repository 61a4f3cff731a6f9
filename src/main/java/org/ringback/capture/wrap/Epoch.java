package org.ringback.capture.wrap;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Numbers that count from 1970: seconds, milliseconds, microseconds or nanoseconds, as their size tells. */
public final class Epoch {

    /** From September 2001 to 2286 seconds have ten digits. */
    private static final int DIGITS_OF_SECONDS = 10;

    private static final int LONGEST = 19;

    /** So older programs of Microsoft write it: {@code /Date(1714990500125)/}. */
    private static final String IN_JSON = "/Date(";

    private Epoch() {}

    /** The time that a number means, to the microsecond; empty if it is none of this century or so. */
    public static Optional<Instant> of(String text) {
        String written =
                text.startsWith(IN_JSON) ? text.substring(IN_JSON.length()).replaceFirst("[+)].*", "") : text;
        int point = written.indexOf('.');
        String whole = point < 0 ? written : written.substring(0, point);
        boolean times = whole.length() == DIGITS_OF_SECONDS
                || whole.length() == DIGITS_OF_SECONDS + 3
                || whole.length() == DIGITS_OF_SECONDS + 6
                || whole.length() == LONGEST;
        boolean number = times
                && isNumber(whole)
                && whole.charAt(0) >= '1'
                && (point < 0 || (written.length() - point <= 10 && isNumber(written.substring(point + 1))));
        if (!number) {
            return Optional.empty();
        }
        int shift = 6 - (whole.length() - DIGITS_OF_SECONDS);
        long micros = new BigDecimal(written).movePointRight(shift).longValue();
        return Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
