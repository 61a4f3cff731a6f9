package org.ringback.capture.wrap;

import java.util.List;

/**
 * The start line of a SIP message, found within a line of text.
 *
 * @param column where it begins
 * @param request whether it is a request line
 * @param mark what the log prints for the CR at its end, or an empty string
 */
public record LoggedStartLine(int column, boolean request, String mark) {

    private static final List<String> METHODS = List.of(
            "INVITE",
            "ACK",
            "BYE",
            "CANCEL",
            "OPTIONS",
            "REGISTER",
            "SUBSCRIBE",
            "NOTIFY",
            "REFER",
            "PRACK",
            "UPDATE",
            "INFO",
            "MESSAGE",
            "PUBLISH",
            "SERVICE",
            "BENOTIFY");

    private static final List<String> MARKS = List.of("#015#012", "#015", "\\r\\n", "\\r", "\\n", "^M", ".");

    /** A mark with the blanks that may stand behind it. */
    private static final int LONGEST_END = 256;

    private static final int VERSION = "SIP/2.0".length();

    /** The start line in this line, or null. A response may have anything after it, a request ends its line. */
    public static LoggedStartLine in(String line) {
        for (int at = line.indexOf("SIP/"); at >= 0; at = line.indexOf("SIP/", at + 1)) {
            if (!isVersion(line, at)) {
                continue;
            }
            if (isStatus(line, at + VERSION)) {
                return new LoggedStartLine(at, false, markAtEnd(line));
            }
            String mark = markBehind(line, at + VERSION);
            if (mark != null) {
                int column = requestBefore(line, at);
                if (column >= 0) {
                    return new LoggedStartLine(column, true, mark);
                }
            }
        }
        return null;
    }

    /** Where the message begins in a line that has all of it; at its version, if there is no start line before that. */
    public static int columnInOneLine(String line) {
        int version = line.indexOf("SIP/");
        LoggedStartLine start = in(line.substring(0, Math.min(line.length(), version + VERSION)));
        return start == null ? version : start.column();
    }

    /** Whether the line begins with a start line. */
    public static boolean opens(String line) {
        LoggedStartLine found = in(line);
        return found != null && found.column() == 0;
    }

    /** Whether a word is a method of SIP. */
    static boolean isMethod(String word) {
        return METHODS.contains(word);
    }

    private static boolean isVersion(String line, int at) {
        return at + VERSION <= line.length()
                && isDigit(line.charAt(at + 4))
                && line.charAt(at + 5) == '.'
                && isDigit(line.charAt(at + 6));
    }

    private static boolean isStatus(String line, int at) {
        return at + 4 <= line.length()
                && line.charAt(at) == ' '
                && line.charAt(at + 1) >= '1'
                && line.charAt(at + 1) <= '6'
                && isDigit(line.charAt(at + 2))
                && isDigit(line.charAt(at + 3))
                && (at + 4 == line.length() || !Character.isLetterOrDigit(line.charAt(at + 4)));
    }

    /** What a log prints for the end of a line, if nothing else stands behind a column; null if something does. */
    private static String markBehind(String line, int column) {
        int from = column;
        while (from < line.length() && Character.isWhitespace(line.charAt(from))) {
            from++;
        }
        if (line.length() - from > LONGEST_END) {
            return null;
        }
        String mark = line.substring(from).strip();
        return mark.isEmpty() || MARKS.contains(mark) ? mark : null;
    }

    private static String markAtEnd(String line) {
        return MARKS.stream().filter(line::endsWith).findFirst().orElse("");
    }

    /** The column of the method of a request line that ends with the version at this column, or -1. */
    static int requestBefore(String line, int version) {
        int uriEnd = skipBack(line, version, ' ');
        if (uriEnd == version) {
            return -1;
        }
        int uri = uriEnd;
        while (uri > 0 && line.charAt(uri - 1) > ' ') {
            uri--;
        }
        int methodEnd = skipBack(line, uri, ' ');
        if (methodEnd == uri || uri == uriEnd) {
            return -1;
        }
        int method = methodEnd;
        while (method > 0 && HeaderLine.isToken(line.charAt(method - 1))) {
            method--;
        }
        if (method == methodEnd) {
            return -1;
        }
        // A colon at its end is that of a header.
        int colon = line.indexOf(':', uri);
        return methodIn(line, method, methodEnd, colon >= 0 && colon < uriEnd - 1);
    }

    private static int methodIn(String line, int from, int to, boolean uri) {
        String word = line.substring(from, to);
        // Dumps print the packet's own headers as characters right before the message, perhaps a capital letter too.
        boolean glued = from > 0 && line.charAt(from - 1) > ' ';
        if (METHODS.contains(word) || (uri && !glued && isUpperCase(word))) {
            return from;
        }
        for (String method : METHODS) {
            if (uri && word.endsWith(method)) {
                return to - method.length();
            }
        }
        return uri && (from == 0 || isUpperCase(word)) ? from : -1;
    }

    private static boolean isUpperCase(String word) {
        return word.chars().allMatch(character -> character >= 'A' && character <= 'Z');
    }

    private static int skipBack(String line, int from, char skipped) {
        int at = from;
        while (at > 0 && line.charAt(at - 1) == skipped) {
            at--;
        }
        return at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
