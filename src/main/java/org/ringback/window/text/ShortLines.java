package org.ringback.window.text;

import java.text.BreakIterator;

/** A text in lines that need not be wrapped, for where nothing that is drawn right in every script can stand: in tooltips. */
public final class ShortLines {

    /** As long as a line is that can still be read. */
    private static final int MOST = 70;

    private ShortLines() {}

    /** The same text with line ends where lines may end. */
    public static String of(String words) {
        BreakIterator ends = BreakIterator.getLineInstance(Scripts.lines(words));
        ends.setText(words);
        var lines = new StringBuilder();
        int begun = 0;
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            if (to - begun > MOST && from > begun) {
                lines.append('\n');
                begun = from;
            }
            lines.append(words, from, to);
            from = to;
        }
        return lines.toString();
    }
}
