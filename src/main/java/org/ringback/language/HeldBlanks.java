package org.ringback.language;

/** Undoes for texts that people paste or search what typography does for lines. */
public final class HeldBlanks {

    private HeldBlanks() {}

    /** The text with ordinary blanks where lines must not end. */
    public static String released(String text) {
        return text.replace(Typography.HELD, ' ').replace(Typography.NARROW, ' ');
    }
}
