package org.ringback.capture.text;

/** Lines that logs print around messages. */
final class Boundaries {

    private static final char VERTICAL_TAB = 0x0B;
    private static final int SURELY_NO_BODY = 20;

    private Boundaries() {}

    /** Whether a dump ends a frame at the end of this line. */
    static boolean endsFrame(String content) {
        return !content.isEmpty() && content.indexOf(VERTICAL_TAB) == content.length() - 1;
    }

    /** Whether a log prints this line after a message, and it is surely no part of one. */
    static boolean surelyAfter(String content) {
        if (content.isEmpty()) {
            return false;
        }
        char first = content.charAt(0);
        return first == VERTICAL_TAB
                || (first == '<' && (content.startsWith("<-----") || content.startsWith("<--- ")))
                || (first == '-' && (dashes(content) >= SURELY_NO_BODY || content.startsWith("--end msg--")))
                || content.contains("ccsipDisplayMsg");
    }

    /** Whether a log may print this line after a message; a body may have one like it. */
    static boolean perhapsAfter(String content) {
        int dashes = dashes(content);
        return surelyAfter(content)
                || (dashes >= 3 && dashes == content.stripTrailing().length());
    }

    private static int dashes(String content) {
        int count = 0;
        while (count < content.length() && content.charAt(count) == '-') {
            count++;
        }
        return count;
    }
}
