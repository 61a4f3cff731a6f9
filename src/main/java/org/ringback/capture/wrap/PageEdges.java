package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that stand around the form feeds of a document again and again, but for numbers in them: heads and feet of pages. */
final class PageEdges {

    private static final char FORM_FEED = '\f';

    /** No head or foot is longer, empty lines aside. */
    private static final int LINES = 3;

    /** So many lines are looked at, the empty ones too. */
    private static final int AROUND = 8;

    private static final int SURE = 2;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Map<String, Integer> heads = new HashMap<>();
    private final Map<String, Integer> feet = new HashMap<>();

    private PageEdges() {}

    static PageEdges of(List<TextRow> rows) {
        PageEdges edges = new PageEdges();
        for (int i = 0; i < rows.size(); i++) {
            if (begins(rows.get(i).text())) {
                count(rows, i, 1, edges.heads);
                count(rows, i - 1, -1, edges.feet);
            }
        }
        return edges;
    }

    private static boolean begins(String line) {
        return line.indexOf(FORM_FEED) == 0;
    }

    private static void count(List<TextRow> rows, int from, int step, Map<String, Integer> counts) {
        Set<String> here = new HashSet<>();
        int lines = 0;
        for (int at = from; at >= 0 && at < rows.size() && lines < LINES && Math.abs(at - from) < AROUND; at += step) {
            String shape = shape(rows.get(at).text());
            if (!shape.isEmpty()) {
                here.add(shape);
                lines++;
            }
        }
        here.forEach(shape -> counts.merge(shape, 1, Integer::sum));
    }

    private static String shape(String line) {
        return NUMBER.matcher(begins(line) ? line.substring(1) : line)
                .replaceAll("0")
                .strip();
    }

    /** Without them; a form feed stays, at the beginning of a line of its own if nothing else is left of its line. */
    List<TextRow> peel(List<TextRow> rows) {
        if (heads.values().stream().noneMatch(count -> count >= SURE)
                && feet.values().stream().noneMatch(count -> count >= SURE)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (!begins(rows.get(i).text())) {
                peeled.add(rows.get(i));
                continue;
            }
            for (int lines = 0; lines < LINES && endsWithFoot(peeled); lines++) {
                removeLast(peeled);
            }
            int next = i;
            while (next < rows.size()
                    && next - i < LINES
                    && isOf(heads, rows.get(next).text())) {
                next++;
                while (next + 1 < rows.size()
                        && rows.get(next).text().isBlank()
                        && isOf(heads, rows.get(next + 1).text())) {
                    next++;
                }
            }
            if (next == i) {
                peeled.add(rows.get(i));
            } else {
                peeled.add(rows.get(i).with(String.valueOf(FORM_FEED)));
                i = next - 1;
            }
        }
        return peeled;
    }

    private static boolean isOf(Map<String, Integer> edges, String line) {
        String shape = shape(line);
        // A message, or what announces one, may begin on each page.
        boolean sip = SipLines.isHeader(shape, 0)
                || SipLines.holdsStart(shape)
                || shape.indexOf('=') == 1
                || shape.contains("->");
        return !shape.isEmpty() && !sip && edges.getOrDefault(shape, 0) >= SURE;
    }

    private boolean endsWithFoot(List<TextRow> rows) {
        int last = rows.size() - 1;
        while (last >= 0 && rows.size() - last < AROUND && rows.get(last).text().isBlank()) {
            last--;
        }
        return last >= 0 && isOf(feet, rows.get(last).text());
    }

    private static void removeLast(List<TextRow> rows) {
        while (rows.getLast().text().isBlank()) {
            rows.removeLast();
        }
        rows.removeLast();
    }
}
