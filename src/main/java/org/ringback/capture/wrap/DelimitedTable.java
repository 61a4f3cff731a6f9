package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of a table with a comma, a semicolon, a tabulator or a bar between their cells, as databases and search engines export
 * them: cells stand in quotation marks, which are doubled within them, and may go on over many lines; or their ends of line
 * are escaped. A cell holds a message or one line of a log.
 */
final class DelimitedTable implements Wrapping {

    private static final String DELIMITERS = ",;\t|";

    /** So far above the first message the names of the columns are looked for. */
    private static final int ABOVE = 60;

    /** So many lines at the beginning may be that row too. */
    private static final int BELOW = 3;

    private static final int LONGEST = 2000;

    private static final Pattern COPY =
            Pattern.compile("COPY [\\w.\"]{1,120} \\(([^()]{1,2000})\\) FROM stdin;\\s*", Pattern.CASE_INSENSITIVE);

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        int first = firstWithStart(rows);
        if (first < 0) {
            return rows;
        }
        int head = head(rows, first);
        char delimiter = head >= 0
                ? rows.get(head).text().startsWith("COPY ")
                        ? '\t'
                        : delimiter(rows.get(head).text())
                : delimiterBefore(rows.get(first).text());
        List<String> names = head >= 0 ? names(rows.get(head).text(), delimiter) : List.of();
        return delimiter == 0 ? rows : new Table(rows, delimiter, names).read(head + 1);
    }

    private static List<String> names(String head, char delimiter) {
        List<String> copied = copied(head);
        return copied.isEmpty() ? new CellReader(delimiter).whole(head) : copied;
    }

    /** The columns of a table in a dump of PostgreSQL; none if the line does not name them. */
    private static List<String> copied(String line) {
        Matcher copy = COPY.matcher(line);
        return copy.matches() ? List.of(copy.group(1).strip().split("\\s*,\\s*", -1)) : List.of();
    }

    private static int firstWithStart(List<TextRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            String line = rows.get(i).text();
            if (line.contains("SIP/2.0") && (startColumn(line) > 0 || SipLines.holdsStart(line))) {
                return i;
            }
        }
        return -1;
    }

    /** Where a start line stands right behind a quotation mark or a delimiter; -1 if there is none. */
    private static int startColumn(String line) {
        int version = line.indexOf("SIP/2.0");
        if (version < 0) {
            return -1;
        }
        int column = version;
        if (!(line.startsWith(" ", version + 7)
                && version + 8 < line.length()
                && Character.isDigit(line.charAt(version + 8)))) {
            column = LoggedStartLine.requestBefore(line, version);
        }
        boolean behind = column > 0 && "\"'\t,;|".indexOf(line.charAt(column - 1)) >= 0;
        return behind ? column : -1;
    }

    /** The row with the names of the columns, close above the first message or at the very beginning; -1 if there is none. */
    private static int head(List<TextRow> rows, int first) {
        for (int at = first - 1; at >= 0; at = at == Math.max(BELOW, first - ABOVE) ? BELOW - 1 : at - 1) {
            String line = rows.get(at).text();
            List<String> copied = line.startsWith("COPY ") ? copied(line) : List.of();
            if (!copied.isEmpty()) {
                return at;
            }
            char delimiter = line.length() < LONGEST ? delimiter(line) : 0;
            if (delimiter != 0) {
                List<String> names = new CellReader(delimiter).whole(line);
                if (TableCells.areNames(names) && new Table(rows, delimiter, names).holdsRecord(at + 1)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static char delimiter(String head) {
        char best = 0;
        int most = 0;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char delimiter = DELIMITERS.charAt(i);
            int count = (int)
                    head.chars().filter(character -> character == delimiter).count();
            if (count > most) {
                most = count;
                best = delimiter;
            }
        }
        return best;
    }

    /** Without names: what stands before the quotation mark that a message begins behind. */
    private static char delimiterBefore(String line) {
        int column = startColumn(line);
        if (column > 0 && line.charAt(column - 1) == '\t' && Escaped.holdsEnds(line)) {
            return '\t';
        }
        boolean quoted = column > 1 && line.charAt(column - 1) == '"';
        char before = quoted ? line.charAt(column - 2) : 0;
        return DELIMITERS.indexOf(before) >= 0 && before != '|' ? before : 0;
    }

    /** One way through the rows of a table. */
    private static final class Table {

        private final List<TextRow> rows;
        private final CellReader reader;
        private final List<String> names;
        private final List<TextRow> peeled;

        Table(List<TextRow> rows, char delimiter, List<String> names) {
            this.rows = rows;
            this.reader = new CellReader(delimiter);
            this.names = names;
            this.peeled = new ArrayList<>(rows.size());
        }

        /** Whether a record with all cells begins in a row. */
        boolean holdsRecord(int from) {
            return endOfRecord(from) >= 0 && reader.cells().size() == names.size();
        }

        List<TextRow> read(int from) {
            peeled.addAll(rows.subList(0, from));
            boolean any = false;
            int at = from;
            while (at < rows.size()) {
                int end = endOfRecord(at);
                List<String> cells = end < 0 ? List.of() : reader.cells();
                boolean whole = cells.size() > 1 && (names.isEmpty() || cells.size() == names.size());
                TraceRecord told = whole ? TableCells.record(names, cells) : null;
                boolean says = told != null && told.text() != null && !(names.isEmpty() && told.message() == null);
                if (says) {
                    any |= told.holdsStart();
                    RecordRows.add(rows.get(at), "", told, peeled);
                    at = end + 1;
                } else {
                    peeled.add(rows.get(at++));
                }
            }
            return any ? peeled : rows;
        }

        /** The row in which the record ends that begins in a row; -1 if none does. */
        private int endOfRecord(int from) {
            reader.begin();
            for (int at = from; at < rows.size() && at - from < LONGEST; at++) {
                boolean more = reader.take(rows.get(at).text(), rows.get(at).end());
                boolean unquoted =
                        !more && reader.delimiter() == '|' && reader.cells().size() < names.size();
                if (unquoted && at + 1 < rows.size()) {
                    reader.goOn(rows.get(at).end());
                } else if (!more) {
                    return at;
                }
            }
            return -1;
        }
    }
}
