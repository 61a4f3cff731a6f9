package org.ringback.capture.wrap;

import java.util.List;

/** Whether a line has its ends of line written out ({@code \\r\\n}, {@code #012}), so that nothing was lost. */
public final class Escaped {

    private static final List<String> ENDS = List.of(
            "#015#012",
            "#012",
            "\\r\\n",
            "\\n",
            "\\x0d\\x0a",
            "\\x0D\\x0A",
            "\\u000d\\u000a",
            "\\u000D\\u000A",
            "\\015\\012");

    /** A line that announces a message may stand before it, and have a SIP version too. */
    private static final int ENDS_LOOKED_AT = 8;

    /** Logs indent the lines of a message so far. */
    private static final int DEEPEST = 24;

    private Escaped() {}

    /** Whether behind a SIP version one of the next written ends of line has a header right after it. */
    public static boolean holdsEnds(String line) {
        int version = line.indexOf("SIP/");
        if (version < 0) {
            return false;
        }
        for (String end : ENDS) {
            int at = line.indexOf(end, version);
            for (int count = 0; at >= 0 && count < ENDS_LOOKED_AT; count++) {
                if (headerAt(line, at + end.length())) {
                    return true;
                }
                at = line.indexOf(end, at + 1);
            }
        }
        return false;
    }

    private static boolean headerAt(String line, int column) {
        int at = column;
        while (at < line.length() && at - column < DEEPEST && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return HeaderLine.isAt(line, at);
    }
}
