package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * A record copied out of the page of a collector of logs, where names and values stand below each other: the name of a time,
 * the time, the name of a text, the text. The time is put before the text.
 */
final class NamesOverValues implements Wrapping {

    /** Pages leave a tabulator or a blank between a name and its value. */
    private static final int FURTHEST = 3;

    /** So many other fields may stand between time and text. */
    private static final int LONGEST_RECORD = 60;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            int time = FieldNames.TIMES.contains(name(rows, i)) ? behind(rows, i) : -1;
            int text = time >= 0 && TableCells.isTime(rows.get(time).text().strip()) ? text(rows, time + 1) : -1;
            if (text >= 0) {
                peeled = peeled == null ? new ArrayList<>(rows) : peeled;
                TextRow row = rows.get(text);
                peeled.set(
                        text,
                        row.with(
                                rows.get(time).text().strip() + " " + row.text().stripLeading()));
                peeled.set(i, rows.get(i).with(""));
                peeled.set(time, rows.get(time).with(""));
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static String name(List<TextRow> rows, int at) {
        String line = rows.get(at).text();
        return line.length() > 40 || line.isBlank() ? "" : FieldNames.normal(line.strip());
    }

    /** The next row that is not blank; -1 if none is close. */
    private static int behind(List<TextRow> rows, int name) {
        for (int at = name + 1; at < rows.size() && at <= name + FURTHEST; at++) {
            if (!rows.get(at).text().isBlank()) {
                return at;
            }
        }
        return -1;
    }

    /** The first row of the text of this record; -1 if it has none. */
    private static int text(List<TextRow> rows, int from) {
        for (int at = from; at < rows.size() && at < from + LONGEST_RECORD; at++) {
            String name = name(rows, at);
            if (FieldNames.TIMES.contains(name)
                    || SipLines.namesVersion(rows.get(at).text())) {
                return -1;
            }
            if (FieldNames.TEXTS.contains(name)) {
                return behind(rows, at);
            }
        }
        return -1;
    }
}
