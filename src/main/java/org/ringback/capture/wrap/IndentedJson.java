package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * JSON that is written over many lines: each object that holds a message or a line of a log, with the objects within it,
 * gets a line of its own again, which has the number of the line with the message.
 */
final class IndentedJson implements Wrapping {

    /** No object about a message has more lines. */
    private static final int LONGEST = 400;

    private static final int DEEPEST = 8;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (rows.stream().noneMatch(IndentedJson::holdsMessage)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        boolean lines = rows.stream().anyMatch(row -> holdsMessage(row) && !Escaped.holdsEnds(row.text()));
        int done = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (i < done
                    || !(holdsMessage(rows.get(i))
                            || (lines && isValue(rows.get(i).text())))) {
                continue;
            }
            int begin = opening(rows, i, done);
            int end = begin < 0 ? -1 : closing(rows, i);
            if (end >= 0) {
                Block block = lines ? new Block(begin, end) : around(rows, new Block(begin, end), done);
                peeled.addAll(rows.subList(done, block.begin));
                peeled.add(joined(rows.subList(block.begin, block.end + 1), rows.get(i)));
                done = block.end + 1;
            }
        }
        if (done == 0) {
            return rows;
        }
        peeled.addAll(rows.subList(done, rows.size()));
        return peeled;
    }

    /** The rows from one that opens an object or a list to the one that closes it. */
    private record Block(int begin, int end) {}

    /** The widest block around another that holds no further message: what is said of this one may stand there. */
    private static Block around(List<TextRow> rows, Block inner, int least) {
        Block widest = inner;
        for (int depth = 0; depth < DEEPEST; depth++) {
            int begin = opening(rows, widest.begin, least);
            int end = begin < 0 ? -1 : closing(rows, widest.end);
            if (end < 0
                    || holdMessage(rows.subList(begin, widest.begin))
                    || holdMessage(rows.subList(widest.end, end))) {
                return widest;
            }
            widest = new Block(begin, end);
        }
        return widest;
    }

    private static boolean holdMessage(List<TextRow> rows) {
        return rows.stream().anyMatch(IndentedJson::holdsMessage);
    }

    /** A field whose value is a string with a start line, or such a string in a list. */
    private static boolean holdsMessage(TextRow row) {
        String line = row.text();
        return SipLines.namesVersion(line) && isValue(line);
    }

    private static boolean isValue(String line) {
        String stripped = line.strip();
        return stripped.startsWith("\"") && (stripped.endsWith("\"") || stripped.endsWith("\","));
    }

    /** The row that opens what the value at a row stands in; -1 if there is none after the last one that was joined. */
    private static int opening(List<TextRow> rows, int from, int least) {
        int depth = 0;
        for (int at = from - 1; at >= least && from - at < LONGEST; at--) {
            String line = rows.get(at).text().strip();
            if (closes(line)) {
                depth++;
            } else if (opens(line) && depth-- == 0) {
                return at;
            } else if (line.isEmpty() || !(opens(line) || "\"-0123456789tfn".indexOf(line.charAt(0)) >= 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static int closing(List<TextRow> rows, int from) {
        int depth = 0;
        for (int at = from + 1; at < rows.size() && at - from < LONGEST; at++) {
            String line = rows.get(at).text().strip();
            if (opens(line)) {
                depth++;
            } else if (closes(line) && depth-- == 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean opens(String line) {
        return line.endsWith("{") || line.endsWith("[");
    }

    private static boolean closes(String line) {
        return line.equals("}") || line.equals("},") || line.equals("]") || line.equals("],");
    }

    private static TextRow joined(List<TextRow> rows, TextRow message) {
        StringBuilder line = new StringBuilder();
        boolean list = rows.getFirst().text().strip().endsWith("[");
        line.append(list ? "{\"list\":[" : "{");
        for (TextRow row : rows.subList(1, rows.size() - 1)) {
            line.append(row.text().strip()).append(' ');
        }
        line.append(list ? "]}" : "}");
        return message.made(line.toString());
    }
}
