package org.ringback.command;

/** Handles what a user typed before it is shown or read. */
final class Typed {

    private static final int LONGEST = 120;

    private Typed() {}

    /**
     * What was typed, fit for a line of an error: short, without line breaks and without control codes for the
     * terminal.
     */
    static String printable(String typed) {
        var shown = new StringBuilder();
        typed.codePoints()
                .map(c -> Character.isISOControl(c) || isFormat(c) ? ' ' : c)
                .limit(LONGEST)
                .forEach(shown::appendCodePoint);
        boolean cut = typed.codePointCount(0, typed.length()) > LONGEST;
        return shown.toString().strip() + (cut ? "…" : "");
    }

    private static boolean isFormat(int c) {
        int type = Character.getType(c);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || type == Character.FORMAT;
    }

    /** A number in European digits, whichever digits the user's keyboard has. */
    static String withPlainDigits(String typed) {
        var plain = new StringBuilder();
        typed.strip().codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }
}
