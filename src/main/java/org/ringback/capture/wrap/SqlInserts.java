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
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                List<String> names = insert.group(1) == null ? List.of() : names(insert.group(1));
                for (List<String> cells : tuples(row.text(), insert.end())) {
                    RecordRows.add(row, "", TableCells.record(names, cells), peeled);
                }
            } else if (peeled != null) {
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

    /** The values of each row; a string stands in quotation marks, within which a backslash or a second mark escapes. */
    private static List<List<String>> tuples(String line, int from) {
        List<List<String>> tuples = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = from; at < line.length(); at++) {
            char character = line.charAt(at);
            char next = at + 1 < line.length() ? line.charAt(at + 1) : 0;
            if (quoted && (character == '\\' || (character == '\'' && next == '\''))) {
                cell.append(escaped(next));
                at++;
            } else if (character == '\'') {
                quoted = !quoted;
            } else if (quoted) {
                cell.append(character);
            } else if (character == ',' || character == ')') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                if (character == ')') {
                    tuples.add(cells);
                    cells = new ArrayList<>();
                    at = Math.max(at, line.indexOf('(', at) - 1);
                }
            } else if (character != '(') {
                cell.append(character);
            }
        }
        return tuples;
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
