package org.ringback.sip;

/**
 * What strangers wrote, fit to be shown: on one line, and without what would play with a terminal or hide or turn what stands
 * beside it. Captures and logs come from anybody, and so does each value in them.
 */
public final class Printable {

    /** Longer than any method, host or phrase that anyone would read. */
    private static final int BRIEF = 120;

    private static final char REPLACED = '\ufffd';

    private Printable() {}

    /** The text with U+FFFD for each control or formatting character, line break, half of a pair and code point of no use. */
    public static String of(String text) {
        if (plain(text)) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        text.codePoints().map(c -> harmless(c) ? c : REPLACED).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** The same for where there is little room: without blanks around it, and with an ellipsis after 120 characters. */
    public static String brief(String text) {
        if (text.length() <= BRIEF || text.codePointCount(0, text.length()) <= BRIEF) {
            return of(text).strip();
        }
        return of(text.substring(0, text.offsetByCodePoints(0, BRIEF))).strip() + "\u2026";
    }

    /** A text as it is, with an ellipsis after so many characters. */
    public static String upTo(int most, String text) {
        return text.length() <= most || text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "\u2026";
    }

    /** As nearly all words are: nothing to do then. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether a character is shown as itself and plays with nothing beside it: one that is not has no width or turns the line. */
    public static boolean visible(int c) {
        return harmless(c) && !filler(c);
    }

    /** Letters and marks that look like nothing at all (Default_Ignorable_Code_Point in Unicode). */
    private static boolean filler(int c) {
        return c == 0x34F
                || c == 0x115F
                || c == 0x1160
                || (c >= 0x17B4 && c <= 0x17B5)
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
