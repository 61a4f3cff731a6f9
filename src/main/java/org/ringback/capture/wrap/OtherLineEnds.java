package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** Ends of line that others do not know: U+2028 of word processors, and a CR too many. */
final class OtherLineEnds implements Wrapping {

    private static final String SEPARATOR = "\u00e2\u0080\u00a8";

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (rows.stream().noneMatch(row -> row.end().length() > 2 || row.text().contains(SEPARATOR))) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>();
        for (TextRow row : rows) {
            String end = row.end().length() > 2 ? "\r\n" : row.end();
            for (String line : row.text().split(SEPARATOR, -1)) {
                peeled.add(new TextRow(row.number(), line, end.isEmpty() ? "\n" : end));
            }
        }
        return peeled;
    }
}
