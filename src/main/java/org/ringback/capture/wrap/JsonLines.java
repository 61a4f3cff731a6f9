package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * One JSON object in a line for each line of a log (Docker's json-file, structured logging), or for each message. A line
 * that says when it was written keeps that before its text, as {@code docker logs -t} prints it; a message gets the line
 * before it that Ringback writes itself, with what the object says about time and addresses.
 */
final class JsonLines implements Wrapping {

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!isAround(rows)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>();
        for (TextRow row : rows) {
            int begin = begin(row.text());
            List<JsonRecord> records = begin < 0 ? List.of() : JsonRecord.in(row.text(), begin);
            if (records.isEmpty()) {
                peeled.add(row);
            }
            for (JsonRecord entry : records) {
                add(row, begin, entry, peeled);
            }
        }
        return peeled;
    }

    private static boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            int begin = row.text().contains("SIP/") ? begin(row.text()) : -1;
            if (begin >= 0 && JsonRecord.in(row.text(), begin).stream().anyMatch(JsonRecord::holdsStart)) {
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

    private static void add(TextRow row, int begin, JsonRecord entry, List<TextRow> peeled) {
        String before = row.text().substring(0, begin).replaceAll("[\\[,]\\s{0,4}$", "");
        String message = entry.message();
        if (message != null) {
            entry.announcement().ifPresent(line -> peeled.add(row.made(line)));
            lines(message, row, "", peeled);
            peeled.add(row.made(""));
            return;
        }
        String text = entry.text();
        if (text == null) {
            peeled.add(row);
            return;
        }
        String time = entry.time();
        String prefix = before + (time.isEmpty() ? "" : time + " ");
        lines(text, row, prefix, peeled);
    }

    private static void lines(String text, TextRow row, String prefix, List<TextRow> peeled) {
        int begin = 0;
        for (int lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', begin)) {
            boolean cr = lf > begin && text.charAt(lf - 1) == '\r';
            String line = prefix + text.substring(begin, cr ? lf - 1 : lf);
            peeled.add(new TextRow(row.number(), line, cr ? "\r\n" : "\n"));
            begin = lf + 1;
        }
        if (begin < text.length() || text.isEmpty()) {
            peeled.add(row.made(prefix + text.substring(begin).replace("\r", "")));
        }
    }
}
