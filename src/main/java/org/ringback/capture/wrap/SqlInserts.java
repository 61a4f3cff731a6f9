package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of a table as the statements that would put them into one: {@code INSERT INTO sip_trace VALUES ('…', '…');}. */
final class SqlInserts implements Wrapping {

    private static final Pattern INSERT = Pattern.compile(
            "^\\s{0,8}INSERT INTO [\\w.`\"]{1,80}\\s?(?:\\(([^()]{1,2000})\\))?\\s?VALUES\\s?(?=\\()",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            Matcher insert = row.text().contains("SIP/2.0") ? INSERT.matcher(row.text()) : null;
            if (insert != null && insert.find()) {
                List<String> names = insert.group(1) == null ? List.of() : names(insert.group(1));
                // The statement itself in the place of a row that says nothing would be read again.
                List<TraceRecord> told = new Values(row.text(), insert.end())
                        .all().stream()
                                .map(cells -> TableCells.record(names, cells))
                                .filter(TraceRecord::saysSomething)
                                .toList();
                if (!told.isEmpty()) {
                    peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                    for (TraceRecord each : told) {
                        RecordRows.add(row, "", each, peeled);
                    }
                    continue;
                }
            }
            if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static List<String> names(String written) {
        return Pattern.compile(",")
                .splitAsStream(written)
                .map(name -> name.replace("`", "").replace("\"", "").strip())
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
