package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wrap.RecordRows.Part;

/** Records below each other, each column in a line, as the client of MySQL prints them for {@code \G}. */
final class VerticalTable implements Wrapping {

    private static final Pattern RECORD = Pattern.compile("^\\*{10,40} \\d{1,9}\\. row \\*{10,40}$");
    private static final Pattern COLUMN =
            Pattern.compile("^ {0,40}([A-Za-z_][A-Za-z0-9_]{0,40}): ?(.*)$", Pattern.DOTALL);

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        return RecordRows.peel(rows, at -> part(rows, at));
    }

    private static Part part(List<TextRow> rows, int at) {
        int end = at + 1;
        if (!isRecord(rows.get(at).text())) {
            return new Part(end, null);
        }
        while (end < rows.size() && !isRecord(rows.get(end).text())) {
            end++;
        }
        return new Part(end, record(rows.subList(at + 1, end)));
    }

    private static boolean isRecord(String line) {
        return line.startsWith("***") && RECORD.matcher(line.strip()).matches();
    }

    /** The colons of all columns stand below each other: those of headers do not. */
    private static TraceRecord record(List<TextRow> rows) {
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        int colon = -1;
        for (TextRow row : rows) {
            Matcher column = COLUMN.matcher(row.text());
            boolean begins = column.matches() && (colon < 0 || column.end(1) == colon);
            if (begins) {
                colon = column.end(1);
                names.add(column.group(1));
                cells.add(column.group(2) + row.end());
            } else if (!cells.isEmpty()) {
                cells.add(cells.removeLast() + row.text() + row.end());
            }
        }
        List<String> values = new ArrayList<>();
        for (String cell : cells) {
            values.add(cell.contains("SIP/") ? cell : cell.strip());
        }
        return TableCells.record(names, values);
    }
}
