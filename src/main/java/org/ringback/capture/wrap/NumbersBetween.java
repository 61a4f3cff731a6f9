package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** Line numbers on lines of their own, each before its line: copies of pages that show code in a table. */
final class NumbersBetween implements Wrapping {

    private static final int SURE = 5;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            int end = endOfRun(rows, at);
            if (end - at >= 2 * SURE) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, at)) : peeled;
                for (int i = at + 1; i < end; i += 2) {
                    peeled.add(rows.get(i));
                }
                at = end;
            } else {
                if (peeled != null) {
                    peeled.add(rows.get(at));
                }
                at++;
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static int endOfRun(List<TextRow> rows, int from) {
        int at = from;
        long expected = number(rows.get(from).text());
        while (expected >= 0 && at + 1 < rows.size() && number(rows.get(at).text()) == expected) {
            expected++;
            at += 2;
        }
        return at;
    }

    private static long number(String line) {
        String digits = line.strip();
        return Epoch.isNumber(digits) && digits.length() < 9 ? Long.parseLong(digits) : -1;
    }
}
