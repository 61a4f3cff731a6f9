package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of a page of the web whose heads name what its cells say about messages: time, addresses and the text itself. */
final class HtmlTable implements Wrapping {

    private static final Pattern TAG = Pattern.compile(
            "<(/?)(table|tr|th|td|br|p|div|pre|code|span|b|i|tt|font|a|thead|tbody|tfoot)(?:\\s[^<>]{0,400})?/?>",
            Pattern.CASE_INSENSITIVE);

    private static final int LEAST_KNOWN = 2;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!isAround(rows)) {
            return rows;
        }
        Reader reader = new Reader();
        rows.forEach(reader::take);
        return reader.any ? reader.peeled : rows;
    }

    private static boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            String line = row.text();
            for (int at = line.indexOf('<'); at >= 0; at = line.indexOf('<', at + 1)) {
                if (line.regionMatches(true, at, "<table", 0, 6)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One way through the rows. */
    private static final class Reader {

        private final List<TextRow> peeled = new ArrayList<>();
        private boolean any;

        private boolean within;
        private List<String> names = List.of();
        private List<String> cells = new ArrayList<>();
        private StringBuilder cell;
        private TextRow begun;
        private boolean heads;
        private final List<TextRow> record = new ArrayList<>();

        void take(TextRow row) {
            String line = row.text();
            Matcher tag = TAG.matcher(line);
            int from = 0;
            boolean ofTable = begun != null;
            while (line.indexOf('<', from) >= 0 && tag.find()) {
                ofTable |= begun != null;
                text(line.substring(from, tag.start()));
                tag(tag, row);
                from = tag.end();
            }
            text(line.substring(from));
            if (cell != null && !cell.isEmpty() && cell.charAt(cell.length() - 1) != BREAK) {
                cell.append('\n');
            } else if (cell != null && !cell.isEmpty()) {
                cell.setCharAt(cell.length() - 1, '\n');
            }
            if (begun != null) {
                record.add(row);
            } else if (!ofTable && !(within && any)) {
                peeled.add(row);
            }
        }

        /** An end of line that a tag has made already. */
        private static final char BREAK = '\u0001';

        private void text(String text) {
            if (cell != null) {
                cell.append(text);
            }
        }

        private void tag(Matcher tag, TextRow row) {
            boolean closes = !tag.group(1).isEmpty();
            switch (tag.group(2).toLowerCase(java.util.Locale.ROOT)) {
                case "table" -> {
                    end();
                    within = !closes;
                    names = List.of();
                }
                case "tr" -> {
                    end();
                    begun = within && !closes ? row : null;
                }
                case "th", "td" -> {
                    close();
                    heads |= !closes && tag.group(2).equalsIgnoreCase("th");
                    cell = begun == null || closes ? null : new StringBuilder();
                }
                case "br" -> text(String.valueOf(BREAK));
                default -> {
                    // What shows text otherwise says nothing.
                }
            }
        }

        private void close() {
            if (cell != null) {
                cells.add(cell.toString().replace(BREAK, '\n').strip());
                cell = null;
            }
        }

        /** The end of a row: the names of the columns, or what they say. */
        private void end() {
            close();
            if (begun == null) {
                return;
            }
            boolean known = names.isEmpty() && cells.size() > 1 && areNames();
            TraceRecord told = names.size() == cells.size() ? TableCells.record(names, cells) : null;
            if (known) {
                names = cells;
            } else if (told != null && told.message() != null) {
                any = true;
                RecordRows.add(begun, "", told, peeled);
            } else {
                peeled.addAll(record);
            }
            record.clear();
            cells = new ArrayList<>();
            begun = null;
            heads = false;
        }

        private boolean areNames() {
            long told = cells.stream().filter(FieldNames::isTimeOrPlace).count();
            return told >= LEAST_KNOWN && (heads || TableCells.areNames(cells));
        }
    }
}
