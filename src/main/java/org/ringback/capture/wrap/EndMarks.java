package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks that editors, terminals and other tools show for the end of a line, where the end itself is there too:
 * {@code <CR><LF>}, {@code ¶}, the dollar sign of {@code cat -A} and {@code :set list}, a bell.
 */
final class EndMarks implements Wrapping {

    private static final List<String> MARKS = List.of(
            "<CR><LF>",
            "<CRLF>",
            "<CR>",
            "<LF>",
            "[CR][LF]",
            "[CRLF]",
            "[CR]",
            "[LF]",
            "\u00e2\u0090\u008d\u00e2\u0090\u008a",
            "\u00e2\u0090\u008d",
            "\u00e2\u0090\u008a",
            "\u00e2\u0090\u00a4",
            "\u00c2\u00b6",
            "\u00c2\u00ac",
            "\u00e2\u0086\u00b5",
            "^M$",
            "$",
            " <",
            "\u0007",
            "\u000b");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        String mark = markOf(rows);
        if (mark.isEmpty()) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        for (TextRow row : rows) {
            String line = row.text();
            String without = line.endsWith(mark) ? line.substring(0, line.length() - mark.length()) : line;
            peeled.add(row.with(mark.endsWith("$") ? without.replace("^I", "\t") : without));
        }
        return peeled;
    }

    /** What ends a start line and the header behind it; empty if nothing does. */
    private static String markOf(List<TextRow> rows) {
        for (int i = 0; i + 1 < rows.size(); i++) {
            String line = rows.get(i).text();
            if (line.contains("SIP/")) {
                for (String mark : MARKS) {
                    if (line.endsWith(mark)
                            && rows.get(i + 1).text().endsWith(mark)
                            && SipLines.holdsStart(line.substring(0, line.length() - mark.length()))) {
                        return mark;
                    }
                }
            }
        }
        return "";
    }
}
