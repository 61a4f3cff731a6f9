package org.ringback.sip;

/** Reads numbers as SIP writes them: digits of ASCII, as many as there are. */
final class Numbers {

    /** Seconds and the like have 32 bits. */
    static final long MOST = (1L << 32) - 1;

    /** More digits do not fit into a long for sure. */
    private static final int DIGITS = 18;

    private Numbers() {}

    /** The number that stands here, or -1 with a doubt if there is none or it is far too large. */
    static long read(Scan value, long most, String rule) {
        int from = value.position();
        String digits = value.take(Ascii::digit);
        if (digits.isEmpty()) {
            value.doubt(Fault.UNREADABLE_VALUE, from, value.end(), rule);
            return -1;
        }
        long number = digits.length() > DIGITS ? -1 : Long.parseLong(digits);
        if (number < 0 || number > most) {
            value.doubt(Fault.NUMBER_OUT_OF_RANGE, from, value.position(), rule);
        }
        return number;
    }

    /** The number that is all of the value, or -1 with a doubt. */
    static long whole(Scan value, long most, String rule) {
        int from = value.skipSpaces().position();
        long number = read(value, most, rule);
        if (value.position() > from && !value.skipSpaces().done()) {
            value.doubt(Fault.UNREADABLE_VALUE, from, value.end(), rule);
            return -1;
        }
        return number;
    }

    /** The same without doubts. */
    static long of(String text) {
        // Nearly all are digits and nothing else.
        return digits(text) && text.length() <= DIGITS
                ? Long.parseLong(text)
                : whole(Scan.of(Octet.of(text)), Long.MAX_VALUE, "");
    }

    /** Whether there is nothing but digits, and at least one. */
    static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Ascii.digit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
