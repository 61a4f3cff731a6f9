package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request line that a terminal broke at its edge, or a mail program at its blanks: the pieces are one line again if they
 * make a whole request line and a header follows. Without that, the message would not be seen.
 */
final class WrappedRequestLines {

    private WrappedRequestLines() {}

    private static final Pattern BEGIN =
            Pattern.compile("^([>|\\s]{0,12})([A-Z]{3,10})(?: {1,4}(?:(?:sips?|tel|urn):.*)?)?$");
    private static final Pattern WHOLE =
            Pattern.compile("^[A-Z]{3,10} {1,4}(?:sips?|tel|urn):\\S{1,2000} {1,4}SIP/2\\.0\\s{0,4}$");
    private static final int MOST_PIECES = 5;
    private static final int LONGEST = 2048;

    /** The very same rows if there is none. */
    static List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            int end = end(rows, at);
            if (end > at + 1 && peeled == null) {
                peeled = new ArrayList<>(rows.subList(0, at));
            }
            if (peeled != null) {
                peeled.add(end > at + 1 ? whole(rows, at, end) : rows.get(at));
            }
            at = end;
        }
        return peeled == null ? rows : peeled;
    }

    /** The row behind the pieces of a request line that begins at a row; the next row if none does. */
    private static int end(List<TextRow> rows, int from) {
        String marks = marks(rows.get(from).text());
        if (marks == null) {
            return from + 1;
        }
        String joined = rows.get(from).text().substring(marks.length());
        for (int at = from + 1; at + 1 < rows.size() && at < from + MOST_PIECES; at++) {
            String piece = without(marks, rows.get(at).text());
            if (piece.isBlank() || SipLines.isHeader(piece, 0) || joined.length() + piece.length() > LONGEST) {
                return from + 1;
            }
            joined = join(joined, piece);
            if (WHOLE.matcher(joined).matches()) {
                boolean headed =
                        SipLines.isHeader(without(marks, rows.get(at + 1).text()), 0);
                return headed ? at + 1 : from + 1;
            }
        }
        return from + 1;
    }

    /** What stands before the method of a request line that does not end in its line; null if there is none. */
    private static String marks(String line) {
        if (line.length() > LONGEST || line.contains("SIP/2.0")) {
            return null;
        }
        Matcher begin = BEGIN.matcher(line);
        return begin.matches() && LoggedStartLine.isMethod(begin.group(2)) ? begin.group(1) : null;
    }

    private static TextRow whole(List<TextRow> rows, int from, int end) {
        String marks = marks(rows.get(from).text());
        String joined = rows.get(from).text();
        for (TextRow row : rows.subList(from + 1, end)) {
            joined = join(joined, without(marks, row.text()));
        }
        return new TextRow(rows.get(from).number(), joined, rows.get(end - 1).end());
    }

    /** A blank at which a line was broken is gone. */
    private static String join(String before, String piece) {
        boolean atBlank = before.indexOf(':') < 0 || piece.startsWith("SIP/");
        return atBlank ? before.stripTrailing() + " " + piece.stripLeading() : before + piece;
    }

    /** What a mail program broke has the marks of a quotation before its first piece, and perhaps before the others. */
    private static String without(String marks, String line) {
        return line.startsWith(marks) ? line.substring(marks.length()) : line;
    }
}
