package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in a box of signs, as the client of MySQL and MariaDB draws it. A message in a cell breaks the box: its first line
 * ends the row behind the cells before it, and the cells after it follow its last line.
 */
final class BoxedTable implements Wrapping {

    private static final int LONGEST = 2000;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        int head = head(rows);
        if (head < 0) {
            return rows;
        }
        List<String> names = cells(rows.get(head).text());
        List<TextRow> peeled = new ArrayList<>(rows.subList(0, head + 1));
        boolean any = false;
        int at = head + 1;
        while (at < rows.size()) {
            int end = rows.get(at).text().startsWith("|") ? endOfRecord(rows, at, names.size()) : -1;
            TraceRecord told = end < 0 ? null : TableCells.record(names, cells(text(rows, at, end)));
            if (told != null && told.message() != null) {
                any = true;
                RecordRows.add(rows.get(at), "", told, peeled);
                at = end + 1;
            } else {
                peeled.add(rows.get(at++));
            }
        }
        return any ? peeled : rows;
    }

    /** The row with the names of the columns, between two lines of the box. */
    private static int head(List<TextRow> rows) {
        for (int i = 1; i + 1 < rows.size(); i++) {
            boolean between =
                    isLine(rows.get(i - 1).text()) && isLine(rows.get(i + 1).text());
            if (between && TableCells.areNames(cells(rows.get(i).text()))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLine(String line) {
        return line.startsWith("+-") && line.stripTrailing().endsWith("-+");
    }

    private static List<String> cells(String row) {
        String stripped = row.strip();
        int end = stripped.endsWith("|") && stripped.length() > 1 ? stripped.length() - 1 : stripped.length();
        List<String> cells = new ArrayList<>();
        int begin = 1;
        for (int bar = stripped.indexOf('|', 1); bar >= 0 && bar < end; bar = stripped.indexOf('|', bar + 1)) {
            cells.add(CellReader.unescaped(
                    stripped.substring(Math.min(begin, bar), bar).strip()));
            begin = bar + 1;
        }
        cells.add(
                begin <= end
                        ? CellReader.unescaped(stripped.substring(begin, end).strip())
                        : "");
        return cells;
    }

    /** A record ends with a bar, and with the line of the box or another record behind it. */
    private static int endOfRecord(List<TextRow> rows, int from, int columns) {
        int bars = 0;
        for (int at = from; at < rows.size() && at - from < LONGEST; at++) {
            String line = rows.get(at).text();
            bars += (int) line.chars().filter(character -> character == '|').count();
            if (bars > columns && line.stripTrailing().endsWith("|")) {
                return at;
            }
            if (isLine(line)) {
                return -1;
            }
        }
        return -1;
    }

    private static String text(List<TextRow> rows, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (TextRow row : rows.subList(from, to + 1)) {
            text.append(row.text()).append(row.end());
        }
        return text.toString();
    }
}
