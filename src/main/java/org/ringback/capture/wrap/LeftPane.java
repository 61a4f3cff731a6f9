package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** A terminal with two panes side by side, copied as a whole: what stands to the left of the bar between them. */
final class LeftPane implements Wrapping {

    private static final List<String> BARS = List.of("\u00e2\u0094\u0082", "\u00e2\u0094\u0083", "|");

    /** A screen is so high at the least. */
    private static final int SURE = 5;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        for (int i = 0; i + 1 < rows.size(); i++) {
            String line = rows.get(i).text();
            if (line.contains("SIP/")) {
                for (String bar : BARS) {
                    int column = columnBehindStart(line, bar);
                    if (column >= 0 && isPane(rows, i, bar, column)) {
                        return left(rows, bar, column);
                    }
                }
            }
        }
        return rows;
    }

    /** The column of the screen of the bar behind a start line; -1 if there is none, or nothing behind it. */
    private static int columnBehindStart(String line, String bar) {
        int at = line.indexOf(" " + bar);
        boolean start = at > 0 && LoggedStartLine.opens(line.substring(0, at).strip());
        return start && !line.substring(at + 1 + bar.length()).isBlank() ? width(line, at + 1) : -1;
    }

    private static boolean isPane(List<TextRow> rows, int start, String bar, int column) {
        boolean header =
                SipLines.isHeader(part(rows.get(start + 1).text(), bar, column).strip(), 0);
        int count = 0;
        for (int at = start; header && at < rows.size() && barAt(rows.get(at).text(), bar, column) >= 0; at++) {
            count++;
        }
        return count >= SURE;
    }

    private static List<TextRow> left(List<TextRow> rows, String bar, int column) {
        List<TextRow> peeled = new ArrayList<>(rows.size());
        for (TextRow row : rows) {
            peeled.add(row.with(part(row.text(), bar, column)));
        }
        return peeled;
    }

    /** What stands left of the bar; the whole line if it has none there. */
    private static String part(String line, String bar, int column) {
        int at = barAt(line, bar, column);
        return at < 0 ? line : line.substring(0, at).stripTrailing();
    }

    private static int barAt(String line, String bar, int column) {
        for (int at = line.indexOf(bar); at >= 0; at = line.indexOf(bar, at + 1)) {
            if (width(line, at) == column) {
                return at;
            }
        }
        return -1;
    }

    /** Characters of UTF-8 before an offset. */
    private static int width(String line, int offset) {
        int count = 0;
        for (int i = 0; i < offset; i++) {
            count += (line.charAt(i) & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }
}
