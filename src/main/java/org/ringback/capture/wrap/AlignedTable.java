package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as the client of PostgreSQL prints it, in columns or, expanded, each record below the other. A plus at the end of a
 * cell says that it goes on in the next line, and a CR is written out.
 */
final class AlignedTable implements Wrapping {

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        List<String> names = List.of();
        for (int at = 0; at < rows.size(); ) {
            String line = rows.get(at).text();
            int end = at + 1;
            TraceRecord told = null;
            if (line.startsWith("-[ RECORD ")) {
                end = endOfExpanded(rows, at + 1);
                told = expanded(rows.subList(at + 1, end));
            } else if (at + 1 < rows.size() && isRule(rows.get(at + 1).text())) {
                names = TableCells.areNames(cells(line)) ? cells(line) : List.of();
                end = at + 2;
            } else if (!names.isEmpty() && cells(line).size() == names.size()) {
                end = endOfRow(rows, at, names.size());
                told = TableCells.record(names, joined(rows.subList(at, end), names.size()));
            }
            boolean message = told != null && told.message() != null;
            if (message && peeled == null) {
                peeled = new ArrayList<>(rows.subList(0, at));
            }
            if (message) {
                RecordRows.add(rows.get(at), "", told, peeled);
            } else if (peeled != null) {
                peeled.addAll(rows.subList(at, end));
            }
            at = end;
        }
        return peeled == null ? rows : peeled;
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
