package org.ringback.pseudonym;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Ids and versions of session descriptions (RFC 8866, 5.2). Many are the time of a clock; others stand for them, and a version
 * that grows by one still does.
 */
final class SessionNumbers {

    /** Counters begin small and are alike everywhere. */
    private static final int LONGEST_COUNTER = 3;

    /** More digits cannot be counted with here. */
    private static final int LONGEST = 17;

    private final UnaryOperator<String> drawn;
    private final Map<String, String> firstVersions = new HashMap<>();

    /** Needs what gives digits for digits, the same for the same. */
    SessionNumbers(UnaryOperator<String> drawn) {
        this.drawn = drawn;
    }

    String id(String number) {
        return number.length() <= LONGEST_COUNTER ? number : drawn.apply(number);
    }

    /** The version of the session of an id, both as they stand in the original. */
    String version(String session, String number) {
        if (number.length() <= LONGEST_COUNTER) {
            return number;
        }
        if (number.length() > LONGEST) {
            return drawn.apply(number);
        }
        String first = near(session, number) ? session : firstVersions.computeIfAbsent(session, _ -> number);
        String begin = drawn.apply(first);
        return begin.length() > LONGEST
                ? drawn.apply(number)
                : Long.toString(Math.abs(Long.parseLong(begin) + Long.parseLong(number) - Long.parseLong(first)));
    }

    /** Most stacks take one clock for both, and some count from there. */
    private static boolean near(String session, String number) {
        return session.length() == number.length()
                && Math.abs(Long.parseLong(number) - Long.parseLong(session)) < 1_000_000;
    }
}
