package org.ringback.capture.wrap;

import java.util.List;

/**
 * A start line and its headers in two fields side by side, the ends of line written out in the second one:
 * {@code tshark -T fields -e sip.Request-Line -e sip.Status-Line -e sip.msg_hdr}.
 */
final class StartLineCells extends LineWrapping {

    private static final String BETWEEN = "\t|;";
    private static final int VERSION = "SIP/2.0".length();
    private static final int LONGEST_PHRASE = 120;
    private static final int MOST_MARKS = 5;

    @Override
    boolean isAround(List<TextRow> rows) {
        return rows.stream().anyMatch(row -> behindStart(row.text()) >= 0);
    }

    @Override
    String peel(String line) {
        int end = behindStart(line);
        return end < 0 ? line : line.substring(0, end) + "\\r\\n" + line.substring(headers(line, end));
    }

    /** Where a start line ends behind which a field with headers follows; -1 if there is none. */
    private static int behindStart(String line) {
        int version = line.indexOf("SIP/2.0");
        if (version < 0 || line.indexOf("\\n", version) < 0) {
            return -1;
        }
        int end = version + VERSION;
        boolean status = line.startsWith(" ", end);
        if (status) {
            while (end < line.length()
                    && end - version < LONGEST_PHRASE
                    && BETWEEN.indexOf(line.charAt(end)) < 0
                    && line.charAt(end) != '\\') {
                end++;
            }
        }
        boolean start = status
                ? LoggedStartLine.opens(line.substring(version, end))
                : LoggedStartLine.requestBefore(line, version) >= 0;
        return start && headers(line, end) > end ? end : -1;
    }

    /** Where the headers begin behind the marks between two fields; the same column if none do. */
    private static int headers(String line, int end) {
        int at = end;
        while (at < line.length() && at - end < MOST_MARKS && (BETWEEN + '"').indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at > end && SipLines.isHeader(line, at) ? at : end;
    }
}
