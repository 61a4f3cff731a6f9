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
        List<TextRow> peeled = new ArrayList<>();
        for (TextRow row : rows) {
            int begin = begin(row.text());
            List<TraceRecord> records = begin < 0 ? List.of() : JsonObjects.in(row.text(), begin);
            if (records.stream().noneMatch(TraceRecord::saysSomething)) {
                peeled.add(row);
                continue;
            }
            String before = begin < 0 ? "" : row.text().substring(0, begin).replaceAll("[\\[,]\\s{0,4}$", "");
            for (TraceRecord told : records) {
                // The whole line in the place of a silent record would be read again, all of its messages once more.
                if (told.saysSomething()) {
                    RecordRows.add(row, before, told, peeled);
                }
            }
        }
        return peeled;
    }

    private static boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            int begin = SipLines.namesVersion(row.text()) ? begin(row.text()) : -1;
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
