package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Ends of line that others do not know: U+2028 of word processors, U+0085 of mainframes (in Latin-1 too), and a CR too many. */
final class OtherLineEnds implements Wrapping {

    private static final Pattern SEPARATOR =
            Pattern.compile("\u00e2\u0080[\u00a8\u00a9]|\u00c2\u0085|(?<=[\u0000-\u007f\u0085])\u0085");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (rows.stream().noneMatch(row -> row.end().length() > 2 || hasSeparator(row.text()))) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>();
        for (TextRow row : rows) {
            String end = row.end().length() > 2 ? "\r\n" : row.end();
            for (String line : SEPARATOR.split(row.text(), -1)) {
                peeled.add(new TextRow(row.number(), line, end.isEmpty() ? "\n" : end));
            }
        }
        return peeled;
    }

    private static boolean hasSeparator(String line) {
        return (line.indexOf('\u00e2') >= 0 || line.indexOf('\u0085') >= 0)
                && SEPARATOR.matcher(line).find();
    }
}
