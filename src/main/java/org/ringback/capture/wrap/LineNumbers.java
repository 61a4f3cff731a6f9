package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * Line numbers before the lines, as editors, {@code less -N}, {@code grep -n} and web pages print them. They go up by one
 * from line to line; what follows them may change, as with {@code grep -n -C}.
 */
final class LineNumbers implements Wrapping {

    /** Fewer may be a list. */
    private static final int SURE = 4;

    private static final int LONGEST = 9;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            int end = endOfRun(rows, at);
            if (end - at >= SURE && numbersStart(rows, at, end)) {
                peeled = peeled == null ? new ArrayList<>(rows) : peeled;
                boolean spaced = isSpaced(rows.subList(at, end));
                for (int i = at; i < end; i++) {
                    String line = rows.get(i).text();
                    peeled.set(i, rows.get(i).with(line.substring(textIn(line, spaced))));
                }
            }
            at = Math.max(at + 1, end);
        }
        return peeled == null ? rows : peeled;
    }

    private static int endOfRun(List<TextRow> rows, int from) {
        long number = number(rows.get(from).text());
        if (number < 0) {
            return from;
        }
        int at = from + 1;
        while (at < rows.size() && number(rows.get(at).text()) == number + (at - from)) {
            at++;
        }
        return at;
    }

    /** Whether there is a message in it, so that a table of numbers stays one. */
    private static boolean numbersStart(List<TextRow> rows, int from, int to) {
        for (int i = from; i < to; i++) {
            String line = rows.get(i).text();
            String text = line.substring(textIn(line, true)).strip();
            if (SipLines.isHeader(text, 0) || SipLines.holdsStart(text) || text.startsWith("a=")) {
                return true;
            }
        }
        return false;
    }

    private static long number(String line) {
        int begin = digits(line);
        int end = begin;
        while (end < line.length() && end - begin < LONGEST && isDigit(line, end)) {
            end++;
        }
        boolean number = end > begin
                && !isDigit(line, end)
                && (end == line.length() || " \t:.-|)]\u00e2".indexOf(line.charAt(end)) >= 0);
        return number ? Long.parseLong(line.substring(begin, end)) : -1;
    }

    private static int digits(String line) {
        int at = 0;
        while (at < line.length() && " \tL|[#".indexOf(line.charAt(at)) >= 0 && at < 12) {
            at++;
        }
        return at;
    }

    /** Whether a blank stands behind the number or mark of each line: then it is none of the text. */
    private static boolean isSpaced(List<TextRow> rows) {
        for (TextRow row : rows) {
            String line = row.text();
            int text = textIn(line, false);
            if (text < line.length() && blank(line, text) == text) {
                return false;
            }
        }
        return true;
    }

    /** Where the text begins behind a number and a mark. */
    private static int textIn(String line, boolean spaced) {
        int at = digits(line);
        while (at < line.length() && isDigit(line, at)) {
            at++;
        }
        int behind = at;
        while (behind < line.length() && (line.charAt(behind) == ' ' || line.charAt(behind) == '\t')) {
            behind++;
        }
        if (line.startsWith("\u00e2\u0094\u0082", behind)) {
            return spaced ? blank(line, behind + 3) : behind + 3;
        }
        if (behind < line.length()
                && ":.-|)]".indexOf(line.charAt(behind)) >= 0
                && (behind == at || line.charAt(behind) == '|')) {
            return spaced ? blank(line, behind + 1) : behind + 1;
        }
        return Math.min(behind, at + 2);
    }

    private static int blank(String line, int at) {
        return at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t') ? at + 1 : at;
    }

    private static boolean isDigit(String line, int at) {
        return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }
}
