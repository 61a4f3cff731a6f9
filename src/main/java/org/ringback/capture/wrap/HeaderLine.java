package org.ringback.capture.wrap;

/** What is a header line, as far as finding messages in text needs to know. */
public final class HeaderLine {

    private static final String TOKEN_MARKS = "-.!%*_+`'~";

    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char character = 0; character < TOKEN.length; character++) {
            TOKEN[character] = isLetter(character)
                    || (character >= '0' && character <= '9')
                    || TOKEN_MARKS.indexOf(character) >= 0;
        }
    }

    private HeaderLine() {}

    /** Whether a header begins at this column: a name and a colon. */
    public static boolean isAt(String line, int column) {
        return nameEnd(line, column) >= 0;
    }

    /** Whether the line is this header. */
    public static boolean is(String line, String name, String compact) {
        // Most lines begin with another letter.
        int begin = line.isEmpty() ? 0 : line.charAt(0) | ' ';
        if (begin != (name.charAt(0) | ' ') && begin != (compact.charAt(0) | ' ')) {
            return false;
        }
        int end = nameEnd(line, 0);
        return end >= 0
                && (line.regionMatches(true, 0, name, 0, Math.max(end, name.length()))
                        || line.regionMatches(true, 0, compact, 0, Math.max(end, compact.length())));
    }

    /** What stands after the colon. */
    public static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    public static boolean isToken(char character) {
        return character < TOKEN.length && TOKEN[character];
    }

    private static int nameEnd(String line, int column) {
        if (column >= line.length() || !isLetter(line.charAt(column))) {
            return -1;
        }
        int end = column;
        while (end < line.length() && HeaderLine.isToken(line.charAt(end))) {
            end++;
        }
        int colon = end;
        while (colon < line.length() && (line.charAt(colon) == ' ' || line.charAt(colon) == '\t')) {
            colon++;
        }
        return colon < line.length() && line.charAt(colon) == ':' ? end : -1;
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
