package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * A screen with something else beside the message, as sngrep shows its ladder, and boxes drawn around text: what stands to
 * the right of the bar is the message.
 */
final class ScreenColumns implements Wrapping {

    private static final List<String> BARS = List.of("\u00e2\u0094\u0082", "\u00e2\u0095\u0091", "\u00e2\u0094\u0083");

    @SuppressWarnings("ReferenceEquality")
    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        for (String bar : BARS) {
            if (SipLines.any(rows, bar)) {
                List<TextRow> peeled = peel(rows, bar);
                // The same rows again: nothing was taken off, and to compare all of them would take long.
                if (peeled != rows) {
                    return peeled;
                }
            }
        }
        return rows;
    }

    /** So many lines above the first message may announce it. */
    private static final int ABOVE = 4;

    private static List<TextRow> peel(List<TextRow> rows, String bar) {
        List<TextRow> peeled = null;
        int column = -1;
        for (int i = 0; i < rows.size(); i++) {
            String line = rows.get(i).text();
            int found = columnOfStart(line, bar);
            if (found >= 0 && headerFollows(rows, i, found, bar)) {
                boolean first = column < 0;
                column = found;
                peeled = peeled == null ? new ArrayList<>(rows) : peeled;
                for (int above = i - 1; first && above >= 0 && above >= i - ABOVE; above--) {
                    takeRight(rows, peeled, above, column, bar);
                }
            }
            if (column >= 0 && !takeRight(rows, peeled, i, column, bar)) {
                column = -1;
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static boolean takeRight(List<TextRow> rows, List<TextRow> peeled, int at, int column, String bar) {
        String line = rows.get(at).text();
        int from = after(line, bar, column);
        if (from >= 0) {
            String text = line.substring(from).stripTrailing();
            String inner = text.endsWith(bar) ? text.substring(0, text.length() - bar.length()) : text;
            peeled.set(at, rows.get(at).with(inner.stripTrailing()));
        }
        return from >= 0;
    }

    /** How many characters of the screen stand before the bar right before a start line; -1 if there is none. */
    private static int columnOfStart(String line, String bar) {
        if (!line.contains("SIP/") || !line.contains(bar)) {
            return -1;
        }
        LoggedStartLine start = LoggedStartLine.in(
                line.stripTrailing().endsWith(bar)
                        ? line.stripTrailing()
                                .substring(0, line.stripTrailing().length() - bar.length())
                                .stripTrailing()
                        : line.stripTrailing());
        if (start == null) {
            return -1;
        }
        String before = line.substring(0, start.column());
        int at = before.lastIndexOf(bar);
        return at >= 0 && before.substring(at + bar.length()).isBlank() ? width(before.substring(0, at)) : -1;
    }

    private static boolean headerFollows(List<TextRow> rows, int at, int column, String bar) {
        if (at + 1 >= rows.size()) {
            return false;
        }
        String next = rows.get(at + 1).text();
        int from = after(next, bar, column);
        return from >= 0 && HeaderLine.isAt(next.substring(from).stripLeading(), 0);
    }

    /** Where the text behind the bar at this column of the screen begins; -1 if there is no bar. */
    private static int after(String line, String bar, int column) {
        int best = -1;
        for (int at = line.indexOf(bar); at >= 0; at = line.indexOf(bar, at + 1)) {
            int width = width(line.substring(0, at));
            if (width <= column + 1) {
                best = width >= column - 1 ? at + bar.length() : best;
            }
        }
        return best;
    }

    /** Characters of UTF-8. */
    private static int width(String bytes) {
        int count = 0;
        for (int i = 0; i < bytes.length(); i++) {
            count += (bytes.charAt(i) & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }
}
