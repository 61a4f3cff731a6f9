package org.ringback.ladder;

/** Words of strangers: short, on one line, and without characters that would hide or turn what stands beside them. */
final class Printable {

    private static final int LONGEST = 120;

    private Printable() {}

    static String of(String text) {
        if (plain(text)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).map(c -> harmless(c) ? c : '\ufffd').forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    /** As nearly all words are: nothing to do then. */
    private static boolean plain(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST || text.charAt(0) == ' ' || text.charAt(length - 1) == ' ') {
            return length == 0;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean harmless(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED;
    }
}
