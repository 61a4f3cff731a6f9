package org.ringback.capture.wrap;

import java.util.List;

/** Whether a line has its ends of line written out ({@code \r\n}, {@code #012}), so that nothing was lost. */
final class Escaped {

    private static final List<String> ENDS = List.of("#015#012", "#012", "\\r\\n", "\\n");

    private Escaped() {}

    static boolean holdsEnds(String line) {
        int version = line.indexOf("SIP/2.0");
        for (String end : ENDS) {
            int at = version < 0 ? -1 : line.indexOf(end, version);
            if (at >= 0) {
                int next = at + end.length();
                boolean blank = next < line.length() && line.charAt(next) == ' ';
                if (HeaderLine.isAt(line, blank ? next + 1 : next)) {
                    return true;
                }
            }
        }
        return false;
    }
}
