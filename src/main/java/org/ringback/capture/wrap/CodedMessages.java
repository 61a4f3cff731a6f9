package org.ringback.capture.wrap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Messages written as Base64 or as hexadecimal digits within a line that says something about them: a field of JSON, a cell of
 * a table, the end of a line of a log.
 */
final class CodedMessages implements Wrapping {

    private static final int SHORTEST = 160;
    private static final int LOOKED_AT = 32;
    private static final int STEP = 72;

    /** So many brackets and blanks stand between two ways of writing the same. */
    private static final int MOST_MARKS = 8;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            String plain = row.text().length() < SHORTEST ? null : decoded(joined(row.text()));
            if (plain != null) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                TextLines.add(row, plain, peeled);
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** Whether bytes stand apart at one of some places, of which a message would have one at least. */
    private static boolean mayBeApart(String line) {
        for (int at = STEP; at + 8 < line.length(); at += STEP) {
            for (int from = at; from < at + 3; from++) {
                if (isByte(line, from) && isByte(line, from + 3)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isByte(String line, int at) {
        char mark = line.charAt(at + 2);
        return (mark == ' ' || mark == ':' || mark == '-')
                && Character.digit(line.charAt(at), 16) >= 0
                && Character.digit(line.charAt(at + 1), 16) >= 0;
    }

    /** Without the marks between the digits of bytes. */
    private static String joined(String line) {
        if (line.contains("83") && line.indexOf('"') < 0) {
            return SpacedBytes.ofDecimal(line);
        }
        return mayBeApart(line) ? SpacedBytes.ofHexadecimal(line) : line;
    }

    /** The line with its messages in the clear; null if there is none. */
    private static String decoded(String line) {
        StringBuilder out = null;
        boolean json =
                line.stripLeading().startsWith("{") || line.stripLeading().startsWith("[");
        String mark = json ? "\\\"" : "\"\"";
        int done = 0;
        int at = 0;
        while (at < line.length()) {
            int end = at;
            while (end < line.length() && isDigit(line.charAt(end))) {
                end++;
            }
            String message = end - at < SHORTEST ? null : message(line.substring(at, end));
            if (message != null) {
                out = out == null ? new StringBuilder(line.length()) : out;
                int padded = end;
                while (padded < line.length() && line.charAt(padded) == '=') {
                    padded++;
                }
                boolean quoted = at > 0 && line.charAt(at - 1) == '"';
                boolean cell = isCell(line, at, padded);
                String text = quoted || cell ? escaped(message, mark) : message;
                out.append(line, done, at).append(cell ? '"' + text + '"' : text);
                done = isOnceMore(line, padded, message) ? line.length() : padded;
            }
            at = end + 1;
        }
        return out == null ? null : out.append(line, done, line.length()).toString();
    }

    /** Whether the same stands behind its digits as characters, as firewalls print what they have read. */
    private static boolean isOnceMore(String line, int from, String message) {
        int at = from;
        while (at < line.length() && at - from < MOST_MARKS && !Character.isLetterOrDigit(line.charAt(at))) {
            at++;
        }
        String first = message.lines().findFirst().orElse("");
        return at > from && !first.isEmpty() && line.startsWith(first, at);
    }

    /** Whether commas or semicolons stand on both sides, or the ends of the line. */
    private static boolean isCell(String line, int begin, int end) {
        char before = begin == 0 ? 0 : line.charAt(begin - 1);
        char behind = end == line.length() ? before : line.charAt(end);
        return (before == ',' || before == ';') && behind == before;
    }

    private static boolean isDigit(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || character == '+'
                || character == '/';
    }

    private static String message(String digits) {
        byte[] head = bytes(digits.substring(0, LOOKED_AT));
        if (head.length == 0 || !begins(string(head))) {
            return null;
        }
        String text = string(bytes(digits));
        return TraceRecord.isMessage(text) ? text : null;
    }

    /** Whether this may be the beginning of a start line. */
    private static boolean begins(String text) {
        if (text.startsWith("SIP/2.0 ")) {
            return true;
        }
        int blank = text.indexOf(' ');
        return blank > 0 && LoggedStartLine.isMethod(text.substring(0, blank));
    }

    private static byte[] bytes(String digits) {
        boolean hexadecimal = digits.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
        try {
            return hexadecimal
                    ? java.util.HexFormat.of().parseHex(digits, 0, digits.length() / 2 * 2)
                    : Base64.getDecoder().decode(digits);
        } catch (IllegalArgumentException e) {
            // A long word.
            return new byte[0];
        }
    }

    private static String string(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** @param mark what stands for a quotation mark: JSON escapes it, a table doubles it */
    private static String escaped(String text, String mark) {
        return text.replace("\\", "\\\\")
                .replace("\"", mark)
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
