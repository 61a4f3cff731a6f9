package org.ringback.capture.text;

import org.ringback.capture.wrap.HeaderLine;

/**
 * What a log puts before every line of a message: the time, the program, a container's name, or just blanks. Numbers in it
 * may change from line to line, nothing else.
 */
final class LinePrefix {

    static final LinePrefix NONE = new LinePrefix("");

    private final String sample;
    private final int blanksFrom;

    private LinePrefix(String sample) {
        this.sample = sample;
        int end = sample.length();
        while (end > 0 && isBlank(sample.charAt(end - 1))) {
            end--;
        }
        this.blanksFrom = end;
    }

    /** What stands before a start line, as far as it may stand before other lines too. */
    static LinePrefix before(String startLine) {
        return new LinePrefix(startLine);
    }

    /**
     * The prefix of the line after a start line, or null if that line cannot be a header of this message.
     *
     * @param before what stands before the start line in its own line
     */
    static LinePrefix of(String before, String line) {
        LinePrefix same = new LinePrefix(before);
        int column = same.columnIn(line);
        if (column >= 0 && HeaderLine.isAt(line, column)) {
            return same;
        }
        // The name of a program with a colon behind it looks like a header itself.
        LinePrefix shared = shared(before, line);
        if (shared != null) {
            return shared;
        }
        if (HeaderLine.isAt(line, 0)) {
            return NONE;
        }
        int indented = 0;
        while (indented < line.length() && isBlank(line.charAt(indented))) {
            indented++;
        }
        return HeaderLine.isAt(line, indented) ? new LinePrefix(line.substring(0, indented)) : null;
    }

    /** The log says something between its own prefix and the start line. */
    private static LinePrefix shared(String before, String line) {
        for (int end = before.length() - 1; end > 0; end--) {
            if (isBlank(before.charAt(end - 1))) {
                LinePrefix shorter = new LinePrefix(before.substring(0, end));
                int column = shorter.columnIn(line);
                if (column >= 0 && HeaderLine.isAt(line, column)) {
                    return shorter;
                }
            }
        }
        return null;
    }

    boolean isBlank() {
        return blanksFrom == 0;
    }

    boolean isEmpty() {
        return sample.isEmpty();
    }

    /** Where the message's own text begins in this line, or -1 if the line does not have the prefix. */
    int columnIn(String line) {
        int at = 0;
        int column = 0;
        while (at < sample.length()) {
            if (column >= line.length()) {
                return at >= blanksFrom ? column : -1;
            }
            char expected = sample.charAt(at);
            char found = line.charAt(column);
            if (isDigit(expected) && isDigit(found)) {
                at = skipDigits(sample, at);
                column = skipDigits(line, column);
            } else if (at < blanksFrom && isBlank(expected) && isBlank(found)) {
                at = skipBlanks(sample, at);
                column = skipBlanks(line, column);
            } else if (expected == found) {
                at++;
                column++;
            } else {
                return -1;
            }
        }
        return column;
    }

    /** Where the text behind the prefix begins; zero if the line does not have it. */
    int end(String line) {
        return Math.max(0, columnIn(line));
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
