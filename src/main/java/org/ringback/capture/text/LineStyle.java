package org.ringback.capture.text;

/**
 * How a log writes the lines of one message.
 *
 * @param prefix what stands before each of them
 * @param mark what it prints for the CR at their end, or an empty string
 * @param cr whether the CR itself is there
 */
record LineStyle(LinePrefix prefix, String mark, boolean cr) {

    /** Whether the lines can be counted as they stand; without CRs two bytes are one. */
    boolean crs() {
        return cr || !mark.isEmpty();
    }

    /** What ends a line that the log has left out. */
    String endOfLine() {
        return crs() ? "\r\n" : "\n";
    }

    /**
     * The line that has come, without what the log has put around it.
     *
     * @param column where the message's own text begins in it
     * @param content that text, with the mark
     */
    LoggedLine line(Lines lines, int column, String content) {
        String text = lines.text();
        boolean marked = !mark.isEmpty() && lines.length() == text.length() && content.endsWith(mark);
        int markLength = marked ? mark.length() : 0;
        return new LoggedLine(
                lines,
                text,
                content.substring(0, content.length() - markLength),
                lines.contentBegin() + column,
                lines.contentEnd() - markLength,
                marked);
    }
}
