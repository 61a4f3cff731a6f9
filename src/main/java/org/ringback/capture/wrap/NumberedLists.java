package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Redis prints of a stream or a hash: a list of strings with numbers, lists within it indented, in which names and values
 * take turns. An entry of a stream is named by its time in milliseconds, {@code 1772359201250-0}.
 */
final class NumberedLists implements Wrapping {

    private static final Pattern ITEM = Pattern.compile("^\\s{0,24}(?:\\d{1,9}\\) ){1,4}\\s?\"(.*)\"\\s*$");
    private static final Pattern ID = Pattern.compile("(\\d{13})-\\d{1,9}");

    /** Names and values above one that holds a message. */
    private static final int MOST = 40;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            String value = SipLines.namesVersion(row.text()) ? value(row) : null;
            TraceRecord told = value == null || !Escaped.holdsEnds(value) ? null : above(rows, i);
            if (told != null && told.announcement().isPresent()) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                peeled.add(row.made(told.announcement().get()));
                peeled.add(row.with(value));
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** The string of an item; null if the row is none. */
    private static String value(TextRow row) {
        Matcher item = ITEM.matcher(row.text());
        return item.matches() ? item.group(1) : null;
    }

    /** What stands above a message: its name, then values with their names above them, then what the entry is called. */
    private static TraceRecord above(List<TextRow> rows, int message) {
        TraceRecord told = new TraceRecord();
        for (int at = message - 2; at >= 0 && message - at < MOST; at -= 2) {
            String value = value(rows.get(at));
            String name = value == null || at == 0 ? null : value(rows.get(at - 1));
            Matcher id = value == null ? null : ID.matcher(value);
            if (id != null && id.matches()) {
                told.put("time", id.group(1));
                return told;
            }
            if (name == null) {
                return told;
            }
            told.put(name, value);
        }
        return told;
    }
}
