package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/** Arrows between two addresses in one of the many signs that word processors and web pages have for them, as bytes of UTF-8. */
final class ArrowSigns extends LineWrapping {

    private static final Pattern ARROW = Pattern.compile("(?<=[0-9\\])]"
        + " {0,4})(?:\u00e2\u009f[\u00b6\u00b9\u00bc]|\u00e2\u009e[\u0094-\u00be]|\u00e2\u0087[\u0089\u0092\u00a8\u00b0\u00be]|\u00e2\u00ad\u00a2|\u00f0\u009f\u00a1[\u0092\u00a2\u00aa\u00b2])(?:\u00ef\u00b8\u008f)?(?="
        + " {0,4}[0-9\\[(])");

    @Override
    boolean isAround(List<TextRow> rows) {
        return rows.stream()
                .anyMatch(row -> has(row.text()) && ARROW.matcher(row.text()).find());
    }

    private static boolean has(String line) {
        return line.indexOf('\u00e2') >= 0 || line.indexOf('\u00f0') >= 0;
    }

    @Override
    String peel(String line) {
        return has(line) ? ARROW.matcher(line).replaceAll("->") : line;
    }
}
