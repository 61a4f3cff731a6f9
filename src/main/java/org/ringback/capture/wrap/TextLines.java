package org.ringback.capture.wrap;

import java.util.List;

/** Rows out of a text with ends of line. */
final class TextLines {

    private TextLines() {}

    /** Adds the lines of a text that stood in one row; a message gets lines of its own. */
    static void add(TextRow row, String text, List<TextRow> rows) {
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            LoggedStartLine start =
                    i + 1 < lines.length && lines[i].contains("SIP/") ? LoggedStartLine.in(lines[i]) : null;
            if (start != null && start.column() > 0) {
                rows.add(row.made(lines[i].substring(0, start.column()).stripTrailing()));
                rows.add(row.made(lines[i].substring(start.column())));
            } else {
                rows.add(row.made(lines[i]));
            }
        }
    }
}
