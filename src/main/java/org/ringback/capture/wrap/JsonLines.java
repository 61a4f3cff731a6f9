package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** JSON in a line for each line of a log (Docker's json-file, structured logging), or for each message. */
final class JsonLines implements Wrapping {

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!isAround(rows)) {
            return rows;
        }
        List<List<TraceRecord>> all = new ArrayList<>(rows.size());
        boolean whole = false;
        for (TextRow row : rows) {
            int begin = begin(row.text());
            List<TraceRecord> records = begin < 0 ? List.of() : JsonObjects.in(row.text(), begin);
            whole |= records.stream().anyMatch(told -> told.message() != null);
            all.add(records);
        }
        List<TextRow> peeled = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            add(rows.get(i), all.get(i), whole, peeled);
        }
        return peeled;
    }

    /**
     * Adds what the records of a row say.
     *
     * @param whole whether any of all records holds a whole message: then a start line alone is a summary of one
     */
    private static void add(TextRow row, List<TraceRecord> records, boolean whole, List<TextRow> peeled) {
        if (records.stream().noneMatch(TraceRecord::saysSomething)) {
            peeled.add(row);
            return;
        }
        int begin = begin(row.text());
        String before = row.text().substring(0, begin).replaceAll("[\\[,]\\s{0,4}$", "");
        for (TraceRecord told : records) {
            // The whole line in the place of a silent record would be read again, all of its messages once more.
            boolean summary = whole && told.message() == null && told.holdsStart();
            if (told.saysSomething() && !summary) {
                RecordRows.add(row, before, told, peeled);
            }
        }
    }

    private static boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            int begin = SipLines.mayNameVersion(row.text()) ? begin(row.text()) : -1;
            if (begin >= 0 && JsonObjects.in(row.text(), begin).stream().anyMatch(TraceRecord::holdsStart)) {
                return true;
            }
        }
        return false;
    }

    /** Where an object begins that goes on to the end of the line, perhaps as one of a list; -1 if there is none. */
    private static int begin(String line) {
        int at = line.indexOf('{');
        String end = line.stripTrailing();
        boolean object = at >= 0
                && at < 200
                && (end.endsWith("}") || end.endsWith("},") || end.endsWith("}]") || end.endsWith("}],"));
        return object && quoteFollows(line, at + 1) ? at : -1;
    }

    private static boolean quoteFollows(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() && line.charAt(at) == '"';
    }
}
