package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** Bars to both sides of each line, as tables of Markdown and consoles have them. */
final class TableBars implements Wrapping {

    private static final int SURE = 4;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            int end = at;
            boolean message = false;
            while (end < rows.size() && isBetweenBars(rows.get(end).text())) {
                String inner = inner(rows.get(end).text());
                message |= SipLines.isHeader(inner, 0) || SipLines.isStart(inner);
                end++;
            }
            if (end - at >= SURE && message) {
                peeled = peeled == null ? new ArrayList<>(rows) : peeled;
                for (int i = at; i < end; i++) {
                    peeled.set(i, rows.get(i).with(inner(rows.get(i).text())));
                }
            }
            at = Math.max(end, at + 1);
        }
        return peeled == null ? rows : peeled;
    }

    private static boolean isBetweenBars(String line) {
        String stripped = line.strip();
        return stripped.length() > 1 && ((stripped.charAt(0) == '|' && stripped.endsWith("|")) || isEdge(stripped));
    }

    /** What is above and below the box around a message, or around what is said about it. */
    private static boolean isEdge(String stripped) {
        return stripped.charAt(0) == '+'
                && stripped.endsWith("+")
                && stripped.chars().allMatch(mark -> mark == '+' || mark == '-' || mark == '=');
    }

    private static String inner(String line) {
        String stripped = line.strip();
        if (isEdge(stripped)) {
            return "";
        }
        String inner = stripped.substring(1, stripped.length() - 1);
        return (inner.startsWith(" ") ? inner.substring(1) : inner).stripTrailing();
    }
}
