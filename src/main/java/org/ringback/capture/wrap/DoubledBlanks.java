package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * A blank line after every line, as copies of web pages and consoles have them. Within a stretch in which no two lines stand
 * together, every second blank line belongs to the text itself.
 */
final class DoubledBlanks implements Wrapping {

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            int end = endOfStretch(rows, at);
            if (end > at && holdsMessage(rows, at, end)) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, at)) : peeled;
                close(rows, at, end, peeled);
            } else if (peeled != null) {
                peeled.addAll(rows.subList(at, Math.max(end, at + 1)));
            }
            at = Math.max(end, at + 1);
        }
        return peeled == null ? rows : peeled;
    }

    /** Where two lines stand together, or the text ends; no stretch begins at a blank line. */
    private static int endOfStretch(List<TextRow> rows, int from) {
        int at = from;
        if (isBlank(rows.get(at))) {
            return at;
        }
        while (at < rows.size()) {
            if (at + 1 < rows.size() && !isBlank(rows.get(at + 1))) {
                return at == from ? from : at;
            }
            at++;
            while (at < rows.size() && isBlank(rows.get(at))) {
                at++;
            }
        }
        return at;
    }

    /** Whether a start line stands there with two headers behind it. */
    private static boolean holdsMessage(List<TextRow> rows, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SipLines.holdsStart(rows.get(i).text())) {
                int next = following(rows, i, to);
                int second = following(rows, next, to);
                int column = second < to ? headerIn(rows.get(next).text()) : -1;
                if (column >= 0 && HeaderLine.isAt(rows.get(second).text(), column)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int following(List<TextRow> rows, int from, int to) {
        int at = Math.min(to, from + 1);
        while (at < to && isBlank(rows.get(at))) {
            at++;
        }
        return at;
    }

    private static int headerIn(String line) {
        for (int at = 0; at < Math.min(80, line.length()); at++) {
            if (SipLines.isHeader(line, at) && (at == 0 || !HeaderLine.isToken(line.charAt(at - 1)))) {
                return at;
            }
        }
        return -1;
    }

    /** Each line has as many blank ones behind it as the fewest have; the text's own have them too. */
    private static void close(List<TextRow> rows, int from, int to, List<TextRow> peeled) {
        int added = Integer.MAX_VALUE;
        for (int at = from; at < to; at = following(rows, at, to)) {
            int next = following(rows, at, to);
            added = next < to ? Math.min(added, next - at - 1) : added;
        }
        int at = from;
        while (at < to) {
            peeled.add(rows.get(at));
            int next = following(rows, at, to);
            int blanks = next - at - 1;
            for (int i = added + 1; i <= blanks; i += added + 1) {
                peeled.add(rows.get(at + i));
            }
            at = next;
        }
    }

    /** A quote mark alone is blank too. */
    private static boolean isBlank(TextRow row) {
        String line = row.text();
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character != ' ' && character != '\t' && character != '>' && character != '|' && character != '\r') {
                return false;
            }
        }
        return true;
    }
}
