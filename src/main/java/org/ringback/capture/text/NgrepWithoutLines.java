package org.ringback.capture.text;

import org.ringback.capture.wrap.HeaderLine;

/**
 * {@code ngrep} without {@code -W byline}: it prints a dot for CR, for LF, for every byte that it cannot show, and for a dot.
 * Where a line of the message ended can only be guessed, so that its messages are not read.
 */
final class NgrepWithoutLines {

    private NgrepWithoutLines() {}

    /** Whether a text begins like that: a packet's line, and in it or below it a start line, two dots and a header. */
    static boolean is(String head) {
        boolean announced = false;
        for (String line : head.split("\n", -1)) {
            boolean announces = announces(line);
            if ((announces || announced) && holdsMessage(line)) {
                return true;
            }
            announced = announces;
        }
        return false;
    }

    private static boolean announces(String line) {
        return line.length() > 2
                && "UTS".indexOf(line.charAt(0)) >= 0
                && line.charAt(1) == ' '
                && line.contains(" -> ");
    }

    private static boolean holdsMessage(String line) {
        int version = line.indexOf("SIP/2.0");
        int dots = version < 0 ? -1 : line.indexOf("..", version);
        return dots >= 0 && HeaderLine.isAt(line, dots + 2);
    }
}
