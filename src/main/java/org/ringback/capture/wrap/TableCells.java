package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/** What the cells of one row of a table say: by the names of their columns, and where there are none by what they look like. */
final class TableCells {

    private static final Pattern TIME =
            Pattern.compile("(?:\\d{4}-\\d\\d-\\d\\d[T ]|\\d{4}/\\d\\d/\\d\\d |[A-Z][a-z]{2}"
                    + " {1,2}\\d{1,2}, \\d{4},? (?:@ )?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4},? {1,2})"
                    + "\\d{1,2}:\\d\\d:\\d\\d\\S{0,20}(?: [AaPp][Mm])?(?: (?:UTC|GMT|[+-]\\d{4}))?");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?:udp|tcp|tls|sctp|wss?):)?(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::\\d{1,5})?");

    private static final Pattern PORT = Pattern.compile("\\d{2,5}");

    private static final Pattern NAME = Pattern.compile("[@A-Za-z_][\\w.-]{0,40}(?: [\\w.()\\[\\]/-]{1,30})?");

    private TableCells() {}

    /** @param names of the columns; empty if they are not known */
    static TraceRecord record(List<String> names, List<String> cells) {
        TraceRecord told = new TraceRecord();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            told.put(names.get(i), cells.get(i));
        }
        // Names in a language that is not known say nothing.
        boolean unnamed = names.stream().noneMatch(FieldNames::isPlace);
        String source = null;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            String place = unnamed ? place(cell, cell(cells, i - 1), cell(cells, i + 1)) : "";
            if (isTime(cell) || (names.isEmpty() && Epoch.of(cell).isPresent())) {
                told.put("time", cell);
            } else if (!place.isEmpty()) {
                told.put(source == null ? "srcip" : "dstip", place);
                source = cell;
            } else if (names.isEmpty()) {
                told.put(cell.indexOf('\n') >= 0 || SipLines.holdsStart(cell) ? "line" : "column" + i, cell);
            }
        }
        JsonObjects.openWithin(told);
        return told;
    }

    /** Whether it is a day with a time of it. */
    static boolean isTime(String text) {
        return text.length() < 60 && TIME.matcher(text).matches();
    }

    private static String cell(List<String> cells, int at) {
        return at >= 0 && at < cells.size() ? cells.get(at).strip() : "";
    }

    /**
     * The address in a cell, with its port in the same cell or in the next one, or without one beside another address; empty
     * if there is none.
     */
    private static String place(String cell, String before, String next) {
        if (!ADDRESS.matcher(cell).matches()) {
            return "";
        }
        if (cell.indexOf(':') >= 0) {
            return cell;
        }
        boolean pair =
                ADDRESS.matcher(before).matches() || ADDRESS.matcher(next).matches();
        return PORT.matcher(next).matches() ? cell + ":" + next : pair ? cell : "";
    }

    /** Whether these are the names of columns, one of which may hold messages or lines of a log. */
    static boolean areNames(List<String> cells) {
        boolean text = false;
        int told = 0;
        for (String cell : cells) {
            String name = cell.strip();
            if (!NAME.matcher(name).matches()) {
                return false;
            }
            text |= FieldNames.isText(name);
            told += FieldNames.isTimeOrPlace(name) ? 1 : 0;
        }
        return (text || told > 1) && cells.size() > 1;
    }
}
