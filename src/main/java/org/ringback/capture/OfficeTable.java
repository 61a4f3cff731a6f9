package org.ringback.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a table as lines of CSV that all have as many cells; a table of one column is plain text. */
final class OfficeTable {

    /** A table with more columns is no log. */
    static final int MOST_CELLS = 256;

    private static final Pattern TOLD = Pattern.compile("\\d:\\d\\d|\\d\\.\\d{1,3}\\.\\d");

    private final List<List<String>> rows = new ArrayList<>();
    private int width;

    void add(List<String> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        rows.add(List.copyOf(cells.subList(0, last)));
        width = Math.max(width, last);
    }

    /** All rows since the last time. */
    String take() {
        StringBuilder lines = new StringBuilder();
        boolean plain = rows.stream().allMatch(OfficeTable::isPlain);
        for (List<String> row : rows) {
            if (!hasRoom(lines)) {
                break;
            }
            if (plain) {
                row.stream().filter(cell -> !cell.isBlank()).forEach(lines::append);
            } else if (holdsLog(row)) {
                row.stream()
                        .takeWhile(_ -> hasRoom(lines))
                        .forEach(cell -> lines.append(cell).append('\n'));
            } else {
                csv(row, lines);
            }
            lines.append('\n');
        }
        rows.clear();
        width = 0;
        return lines.toString();
    }

    /** Cells share their strings, so rows may hold far more text than there is memory. */
    private static boolean hasRoom(StringBuilder lines) {
        return lines.length() < OfficeDocument.LARGEST_TEXT;
    }

    private static boolean isPlain(List<String> row) {
        return row.stream().filter(cell -> !cell.isBlank()).limit(2).count() < 2;
    }

    /** Whether a cell holds all lines of a log, and those beside it only name it: no time, no address. */
    private static boolean holdsLog(List<String> row) {
        long logs = row.stream().filter(OfficeTable::isLog).count();
        return logs == 1
                && row.stream()
                        .allMatch(cell -> isLog(cell) || !TOLD.matcher(cell).find());
    }

    private static boolean isLog(String cell) {
        return cell.indexOf('\n') > 0 && cell.contains("SIP/2.0");
    }

    private void csv(List<String> row, StringBuilder lines) {
        for (int column = 0; column < width && hasRoom(lines); column++) {
            String cell = column < row.size() ? row.get(column) : "";
            boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            lines.append(column == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
    }
}
