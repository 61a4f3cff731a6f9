package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** {@code ^M}, which an editor shows for a carriage return, and what somebody has written behind it. */
final class CaretRemarks implements Wrapping {

    private static final String MARK = "^M";
    private static final int SURE = 2;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        long marked = rows.stream()
                .filter(row -> row.text().endsWith(MARK))
                .limit(SURE)
                .count();
        if (marked < SURE) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        for (TextRow row : rows) {
            int mark = row.text().lastIndexOf(MARK);
            int behind = mark + MARK.length();
            boolean ends =
                    mark >= 0 && (behind == row.text().length() || row.text().charAt(behind) == ' ');
            peeled.add(ends ? new TextRow(row.number(), row.text().substring(0, mark), "\r\n") : row);
        }
        return peeled;
    }
}
