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
            boolean named = i > 0 && rows.get(i - 1).text().equals(FIELD);
            int last = named ? last(rows, i) : i;
            String text = named ? joined(rows, i, last) : "";
            if (isCounted(text)) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                peeled.removeLast();
                peeled.add(rows.get(last).with(FIELD + "=" + text.substring(COUNT)));
                i = last;
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** A byte of the count may look like the end of a line: then the first line of the text is one or more rows below. */
    private static int last(List<TextRow> rows, int from) {
        int last = from;
        for (int length = 0; last + 1 < rows.size() && last - from < COUNT / 2; last++) {
            length += rows.get(last).text().length() + rows.get(last).end().length();
            if (length > COUNT) {
                break;
            }
        }
        return last;
    }

    private static String joined(List<TextRow> rows, int from, int last) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < last; i++) {
            text.append(rows.get(i).text()).append(rows.get(i).end());
        }
        return text.append(rows.get(last).text()).toString();
    }

    /** No text of a journal is longer than four of the eight bytes can count. */
    private static boolean isCounted(String line) {
        return line.length() > COUNT && line.startsWith("\0\0\0\0", COUNT / 2);
    }
}
