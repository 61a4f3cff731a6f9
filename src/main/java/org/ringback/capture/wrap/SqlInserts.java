package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of a table as the statements that would put them into one: {@code INSERT INTO sip_trace VALUES ('…', '…');}. */
final class SqlInserts implements Wrapping {

    private static final Pattern INSERT = Pattern.compile(
            "^\\s{0,8}INSERT (?:INTO )?[\\w.`\"\\[\\]]{1,80}\\s?(?:\\(([^()]{1,2000})\\))?\\s?VALUES\\s?(?=\\()",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKS = Pattern.compile("[`\"\\[\\]]");

    /** Strings that are chained by the numbers of what ends a line. */
    private static final Pattern CHAINED = Pattern.compile(
            "'\\s?(?:\\|\\||\\+)\\s?(?:n?cha?r\\(13\\)\\s?(?:\\|\\||\\+)\\s?)?n?cha?r\\(10\\)\\s?(?:\\|\\||\\+)\\s?N?'",
            Pattern.CASE_INSENSITIVE);

    /** Rows of a statement. */
    private static final int LONGEST = 2000;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            Matcher insert = INSERT.matcher(row.text());
            int last = mayBegin(row.text()) && insert.find() ? last(rows, i) : -1;
            String statement = last < 0 ? "" : joined(rows, i, last);
            if (statement.contains("SIP/2.0")) {
                List<String> names = insert.group(1) == null ? List.of() : names(insert.group(1));
                // The statement itself in the place of a row that says nothing would be read again.
                List<TraceRecord> told = new Values(statement, insert.end())
                        .all().stream()
                                .map(cells -> TableCells.record(names, cells))
                                .filter(TraceRecord::saysSomething)
                                .toList();
                if (!told.isEmpty()) {
                    peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                    for (TraceRecord each : told) {
                        RecordRows.add(row, "", each, peeled);
                    }
                    i = last;
                    continue;
                }
            }
            if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static boolean mayBegin(String line) {
        return line.regionMatches(true, line.length() - line.stripLeading().length(), "INSERT ", 0, 7);
    }

    /** The row in which a statement ends: strings may have their ends of line as they are. */
    private static int last(List<TextRow> rows, int from) {
        boolean open = false;
        for (int at = from; at < rows.size() && at - from < LONGEST; at++) {
            String line = rows.get(at).text();
            for (int column = 0; column < line.length(); column++) {
                char character = line.charAt(column);
                column += open && character == '\\' ? 1 : 0;
                open ^= character == '\'';
            }
            if (!open) {
                return at;
            }
        }
        return from;
    }

    private static String joined(List<TextRow> rows, int from, int last) {
        String statement = from == last
                ? rows.get(from).text()
                : rows.subList(from, last + 1).stream().map(TextRow::text).collect(Collectors.joining("\n"));
        return CHAINED.matcher(statement).replaceAll("\n");
    }

    private static List<String> names(String written) {
        return Pattern.compile(",")
                .splitAsStream(written)
                .map(name -> MARKS.matcher(name).replaceAll("").strip())
                .toList();
    }

    /**
     * The values of each row; a string stands in quotation marks, within which a backslash or a second mark escapes. Of a
     * function, as {@code replace('…','\\n',char(10))}, only the innermost first value counts.
     */
    private static final class Values {

        private static final int LONGEST_NAME = 12;

        private final String line;
        private final List<List<String>> tuples = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private int at;
        private int depth;
        private boolean passed;

        Values(String line, int from) {
            this.line = line;
            at = from;
        }

        List<List<String>> all() {
            while (at < line.length()) {
                char character = line.charAt(at++);
                switch (character) {
                    case '\'' -> string();
                    case '(' -> open();
                    case ')' -> close();
                    case ',' -> {
                        passed = depth > 1;
                        if (depth == 1) {
                            end();
                        }
                    }
                    default -> add(character);
                }
            }
            return tuples;
        }

        private void add(char character) {
            if (!passed && depth > 0) {
                cell.append(character);
            }
        }

        private void open() {
            depth++;
            // The name of a function.
            forgetName();
        }

        private void close() {
            depth = Math.max(0, depth - 1);
            passed &= depth > 1;
            if (depth == 0 && !(cells.isEmpty() && cell.isEmpty())) {
                end();
                tuples.add(cells);
                cells = new ArrayList<>();
            }
        }

        private void end() {
            cells.add(cell.toString().strip());
            cell.setLength(0);
        }

        /** A letter or the name of an alphabet may stand before a string, too. */
        private void forgetName() {
            if (cell.length() <= LONGEST_NAME && !passed) {
                cell.setLength(0);
            }
        }

        private void string() {
            forgetName();
            while (at < line.length()) {
                char character = line.charAt(at++);
                char next = at < line.length() ? line.charAt(at) : 0;
                boolean escape = character == '\\' || (character == '\'' && next == '\'');
                if (escape) {
                    add(escaped(next));
                    at++;
                } else if (character == '\'') {
                    return;
                } else {
                    add(character);
                }
            }
        }
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> character;
        };
    }
}
