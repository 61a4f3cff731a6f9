package org.ringback.ladder;

/** Words of strangers: short, on one line, and without characters that would hide or turn what stands beside them. */
final class Printable {

    private static final int LONGEST = 120;

    private Printable() {}

    static String of(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).map(c -> harmless(c) ? c : '\ufffd').forEach(shown::appendCodePoint);
        return shown.toString().strip();
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
