package org.ringback.capture.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of day with letters or words behind their numbers: {@code 15h50m31s}, {@code 15h50:31},
 * {@code 15\u664250\u520631\u79d2}.
 */
final class WordedClock {

    private static final String BEGIN = "(?<![0-9A-Za-z])(\\d{1,2})";
    private static final String FRACTION = "(?:[.,](\\d{1,6}))?";

    /** Minutes and seconds have two digits, which a duration does not give them. */
    private static final Pattern CLOCK = Pattern.compile(BEGIN + " ?(?:h|" + bytes("\u6642|\u65f6|\uc2dc")
            + ") ?(\\d\\d) ?(?:m|min|mn|" + bytes("\u5206|\ubd84") + ") ?(\\d\\d)" + FRACTION + " ?(?:s|"
            + bytes("\u79d2|\ucd08") + ")(?:(\\d{3})(?![0-9]))?(?![A-Za-z])");

    /** Only the hour has its letter, as in France. */
    private static final Pattern HOUR =
            Pattern.compile(BEGIN + "[hH](\\d\\d)[:mM](\\d\\d)" + FRACTION + "()(?![0-9A-Za-z:])");

    private static final int MOST_DIGITS = 6;

    private WordedClock() {}

    private static String bytes(String words) {
        return new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The time before a column, or null. */
    static Stamp in(String line, int to) {
        Stamp worded = in(line, to, CLOCK);
        return worded == null ? in(line, to, HOUR) : worded;
    }

    private static Stamp in(String line, int to, Pattern form) {
        Matcher clock = form.matcher(line).region(0, to).useTransparentBounds(true);
        if (!clock.find()) {
            return null;
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = Integer.parseInt(clock.group(2));
        int second = Integer.parseInt(clock.group(3));
        if (hour > 23 || minute > 59 || second > 60) {
            return null;
        }
        String fraction = clock.group(4) == null ? clock.group(5) : clock.group(4);
        long micros = (hour * 3600L + minute * 60L + second) * 1_000_000L;
        micros += fraction == null || fraction.isEmpty()
                ? 0
                : Long.parseLong(fraction + "0".repeat(MOST_DIGITS - fraction.length()));
        return Stamp.rest(line, 0, clock.start(), clock.end(), micros);
    }
}
