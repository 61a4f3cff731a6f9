package org.ringback.capture.wrap;

import java.util.Locale;

/**
 * Bytes of a message in a line with a mark behind each: hexadecimal with a colon, a blank or a hyphen, or the numbers of a list.
 * They become hexadecimal digits without marks. Goes through a line once.
 */
final class SpacedBytes {

    /** A message has more. */
    private static final int LEAST = 50;

    private final String line;
    private final boolean decimal;
    private final StringBuilder digits = new StringBuilder();
    private StringBuilder out;
    private int done;
    private int at;
    private int value;

    private SpacedBytes(String line, boolean decimal) {
        this.line = line;
        this.decimal = decimal;
    }

    /** The line with hexadecimal digits that stand together. */
    static String ofHexadecimal(String line) {
        return new SpacedBytes(line, false).joined();
    }

    /** The line with hexadecimal digits instead of the list. */
    static String ofDecimal(String line) {
        return new SpacedBytes(line, true).joined();
    }

    private String joined() {
        while (at < line.length()) {
            int begin = at;
            boolean apart = begin == 0 || !Character.isLetterOrDigit(line.charAt(begin - 1));
            if (apart && number() && value >= 'A' && value <= 'Z') {
                run(begin);
            } else {
                at = Math.max(at, begin + 1);
            }
        }
        return out == null ? line : out.append(line, done, line.length()).toString();
    }

    /** Takes the bytes that follow the first one; stands behind the last of them then. */
    private void run(int begin) {
        digits.setLength(0);
        add();
        char mark = at < line.length() ? line.charAt(at) : 0;
        int end = at;
        while (isMark(mark) && at < line.length() && line.charAt(at) == mark) {
            at++;
            at += decimal && mark == ',' && at < line.length() && line.charAt(at) == ' ' ? 1 : 0;
            if (!number()) {
                break;
            }
            add();
            end = at;
        }
        at = Math.max(at, end);
        if (digits.length() >= 2 * LEAST) {
            out = out == null ? new StringBuilder(line.length()) : out;
            out.append(line, done, begin).append(digits);
            done = end;
        }
    }

    private void add() {
        digits.append(String.format(Locale.ROOT, "%02x", value));
    }

    private boolean isMark(char mark) {
        return decimal ? mark == ',' || mark == ' ' : mark == ':' || mark == ' ' || mark == '-';
    }

    /** Takes a number of a byte, behind which no other digit stands. */
    private boolean number() {
        int begin = at;
        int radix = decimal ? 10 : 16;
        int number = 0;
        while (at < line.length()
                && at - begin < 4
                && line.charAt(at) < 128
                && Character.digit(line.charAt(at), radix) >= 0) {
            number = number * radix + Character.digit(line.charAt(at++), radix);
        }
        value = number;
        return decimal ? at > begin && at - begin <= 3 && number < 256 : at - begin == 2;
    }
}
