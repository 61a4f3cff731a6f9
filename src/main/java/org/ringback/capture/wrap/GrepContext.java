package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a file that {@code grep} prints before each line: with a colon where the line was found, with a hyphen where
 * it only stands around it.
 */
final class GrepContext implements Wrapping {

    private static final int LONGEST_NAME = 200;

    @Override
    public List<Row> peel(List<Row> rows) {
        List<Row> peeled = null;
        String name = null;
        for (int i = 0; i < rows.size(); i++) {
            String line = rows.get(i).text();
            if (line.contains("SIP/")) {
                String found = nameIn(rows, i);
                if (found != null && !found.equals(name)) {
                    name = found;
                    peeled = peeled == null ? new ArrayList<>(rows) : peeled;
                    for (int before = i - 1; before >= 0 && has(rows.get(before).text(), name); before--) {
                        peeled.set(before, without(rows.get(before), name));
                    }
                }
            }
            if (name != null && has(line, name)) {
                peeled.set(i, without(rows.get(i), name));
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** What stands before the start line, if it stands before the header after it too. */
    private static String nameIn(List<Row> rows, int at) {
        String line = rows.get(at).text();
        LoggedStartLine start = LoggedStartLine.in(line);
        int end = start == null ? 0 : start.column();
        if (end < 3 || end > LONGEST_NAME || at + 1 >= rows.size()) {
            return null;
        }
        String before = line.substring(0, end - 1);
        char mark = line.charAt(end - 1);
        String next = rows.get(at + 1).text();
        boolean named = (mark == '-' || mark == ':') && before.indexOf(' ') < 0 && before.indexOf('.') > 0;
        return named && has(next, before) && HeaderLine.isAt(next, end) ? before : null;
    }

    private static boolean has(String line, String name) {
        int end = name.length();
        return line.length() > end && line.startsWith(name) && (line.charAt(end) == '-' || line.charAt(end) == ':');
    }

    private static Row without(Row row, String name) {
        return row.with(row.text().substring(name.length() + 1));
    }
}
