package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import org.ringback.capture.wrap.RecordRows.Part;

/**
 * A table as the client of PostgreSQL prints it, in columns or, expanded, each record below the other. A plus at the end of a
 * cell says that it goes on in the next line, and a CR is written out.
 */
final class AlignedTable implements Wrapping {

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        return RecordRows.peel(rows, new Parts(rows)::at);
    }

    /** The parts of one text from its beginning on: rows in columns are read by the names that stand above them. */
    private static final class Parts {

        private final List<TextRow> rows;
        private List<String> names = List.of();

        Parts(List<TextRow> rows) {
            this.rows = rows;
        }

        Part at(int at) {
            String line = rows.get(at).text();
            if (line.startsWith("-[ RECORD ")) {
                int end = endOfExpanded(rows, at + 1);
                return new Part(end, expanded(rows.subList(at + 1, end)));
            }
            if (at + 1 < rows.size() && isRule(rows.get(at + 1).text())) {
                names = TableCells.areNames(cells(line)) ? cells(line) : List.of();
                return new Part(at + 2, null);
            }
            if (!names.isEmpty() && cells(line).size() == names.size()) {
                int end = endOfRow(rows, at, names.size());
                return new Part(end, TableCells.record(names, joined(rows.subList(at, end), names.size())));
            }
            return new Part(at + 1, null);
        }
    }

    private static boolean isRule(String line) {
        return line.contains("-+-") && line.chars().allMatch(character -> character == '-' || character == '+');
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\\|", -1));
    }

    private static int endOfExpanded(List<TextRow> rows, int from) {
        int at = from;
        while (at < rows.size()
                && rows.get(at).text().contains("|")
                && !rows.get(at).text().startsWith("-[ RECORD ")) {
            at++;
        }
        return at;
    }

    private static TraceRecord expanded(List<TextRow> rows) {
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (TextRow row : rows) {
            int bar = row.text().indexOf('|');
            String name = row.text().substring(0, bar).strip();
            String value = row.text().substring(Math.min(row.text().length(), bar + 2));
            if (name.isEmpty() && !cells.isEmpty()) {
                cells.add(cells.removeLast() + value(value));
            } else {
                names.add(name);
                cells.add(value(value));
            }
        }
        return TableCells.record(names, cells);
    }

    /** The row behind all lines of a record. */
    private static int endOfRow(List<TextRow> rows, int from, int columns) {
        int at = from;
        while (at < rows.size()) {
            List<String> cells = cells(rows.get(at++).text());
            if (cells.size() != columns || cells.stream().noneMatch(cell -> cell.endsWith("+"))) {
                break;
            }
        }
        return at;
    }

    private static List<String> joined(List<TextRow> rows, int columns) {
        List<StringBuilder> cells = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            cells.add(new StringBuilder());
        }
        for (TextRow row : rows) {
            List<String> parts = cells(row.text());
            for (int i = 0; i < Math.min(columns, parts.size()); i++) {
                String part = parts.get(i);
                cells.get(i).append(value(part.startsWith(" ") ? part.substring(1) : part));
            }
        }
        return cells.stream().map(cell -> cell.toString().strip()).toList();
    }

    /** A line of a cell, with its end if the cell goes on. */
    private static String value(String part) {
        boolean goesOn = part.endsWith("+");
        String text = (goesOn ? part.substring(0, part.length() - 1) : part).stripTrailing();
        String plain = text.endsWith("\\r") ? text.substring(0, text.length() - 2) + "\r" : text;
        return goesOn ? plain + "\n" : plain;
    }
}
