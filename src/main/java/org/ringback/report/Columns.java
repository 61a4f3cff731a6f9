package org.ringback.report;

import java.util.List;
import org.ringback.words.Cells;

/** Rows of a table for a terminal: columns as wide as what stands in them, counted in cells of the terminal. */
final class Columns {

    private static final String GAP = "  ";

    private final int firstNumber;
    private final int[] widths;

    /**
     * Measures rows that have equally many cells.
     *
     * @param firstNumber the column, counted from 0, from which on cells stand at the right
     */
    Columns(List<List<String>> rows, int firstNumber) {
        this.firstNumber = firstNumber;
        this.widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
            }
        }
    }

    /** One of the rows, with the end of its line, and without blanks before that. */
    CharSequence line(List<String> row) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            int padding = widths[i] - Cells.width(cell);
            line.append(i == 0 ? "" : GAP);
            if (i >= firstNumber) {
                line.repeat(' ', padding).append(cell);
            } else {
                line.append(cell).repeat(' ', padding);
            }
        }
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        line.setLength(end);
        return line.append('\n');
    }

    /** A text that would break every line if it were longer, with an ellipsis where it is cut. */
    static String cut(String text, int longest) {
        return Cells.width(text) <= longest ? text : Cells.upTo(longest - 1, text) + "\u2026";
    }
}
