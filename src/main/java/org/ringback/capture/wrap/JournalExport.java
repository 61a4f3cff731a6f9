package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * The journal of systemd in its export format, where a text of several lines stands behind the name of its field in a line of
 * its own and eight bytes that count it, the lowest first.
 */
final class JournalExport implements Wrapping {

    private static final String FIELD = "MESSAGE";
    private static final int COUNT = 8;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            if (i > 0 && rows.get(i - 1).text().equals(FIELD) && isCounted(row.text())) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                peeled.removeLast();
                peeled.add(row.with(FIELD + "=" + row.text().substring(COUNT)));
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** No text of a journal is longer than four of the eight bytes can count. */
    private static boolean isCounted(String line) {
        return line.length() > COUNT && line.startsWith("\0\0\0\0", COUNT / 2);
    }
}
