package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** The mark that closes a quotation whose first line begins with a message, right behind the last line of that. */
final class ClosingMarks implements Wrapping {

    private static final String MARKS = "'\"`";
    private static final String BEHIND = ".,;)]}";

    /** No message has more lines. */
    private static final int LONGEST = 400;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            int close = close(rows, at);
            if (close > at) {
                peeled = peeled == null ? new ArrayList<>(rows) : peeled;
                String line = rows.get(close).text();
                peeled.set(close, rows.get(close).with(line.substring(0, mark(line))));
            }
            at = Math.max(close, at) + 1;
        }
        return peeled == null ? rows : peeled;
    }

    /** The row in which the quotation ends that opens in a row right before a message; -1 if none does. */
    private static int close(List<TextRow> rows, int from) {
        String line = rows.get(from).text();
        LoggedStartLine start = line.contains("SIP/") && MARKS.chars().anyMatch(mark -> line.indexOf(mark) >= 0)
                ? LoggedStartLine.in(line)
                : null;
        if (start == null || start.column() == 0 || MARKS.indexOf(line.charAt(start.column() - 1)) < 0) {
            return -1;
        }
        char mark = line.charAt(start.column() - 1);
        for (int at = from + 1; at < rows.size() && at - from < LONGEST; at++) {
            String next = rows.get(at).text();
            if (next.contains("SIP/") && SipLines.holdsStart(next)) {
                return -1;
            }
            // One mark more than pairs of them.
            if (next.chars().filter(character -> character == mark).count() % 2 == 1) {
                int end = mark(next);
                return end > 0 && next.charAt(end) == mark ? at : -1;
            }
        }
        return -1;
    }

    /** Where the last mark of a line stands, signs of a sentence behind it aside. */
    private static int mark(String line) {
        int at = line.stripTrailing().length() - 1;
        while (at > 0 && BEHIND.indexOf(line.charAt(at)) >= 0) {
            at--;
        }
        return at;
    }
}
