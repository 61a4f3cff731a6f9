package org.ringback.command;

import org.ringback.sip.Printable;

/** Handles what a user typed before it is shown or read. */
final class Typed {

    private Typed() {}

    /**
     * What was typed, fit for a line of an error: short, without line breaks and without control codes for the
     * terminal.
     */
    static String printable(String typed) {
        return Printable.brief(Printable.of(typed).replace('\ufffd', ' '));
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
