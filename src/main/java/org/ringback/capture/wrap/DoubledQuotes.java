package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Quotation marks that are all doubled, because the text stood in a string of C# or Visual Basic, or in a cell of a table that
 * lost its own marks: {@code From: ""Alice"" <sip:…>}. An empty string alone is no sign of it.
 */
final class DoubledQuotes extends LineWrapping {

    private static final Pattern DOUBLED = Pattern.compile("(?:[=:,] ?|\\s)\"\"[^\"]{1,200}\"\"(?:[,;> <]|$)");
    private static final Pattern SINGLE = Pattern.compile("(?:[=:,] ?)\"[^\"]{1,200}\"(?:[,;> ]|$)");
    private static final int SURE = 2;

    @Override
    boolean isAround(List<TextRow> rows) {
        int doubled = 0;
        for (TextRow row : rows) {
            String line = row.text();
            if (line.indexOf('"') < 0 || !SipLines.isHeader(line.strip(), 0)) {
                continue;
            }
            if (line.contains("\"\"") && DOUBLED.matcher(line).find()) {
                doubled++;
            } else if (SINGLE.matcher(line).find()) {
                return false;
            }
        }
        return doubled >= SURE;
    }

    @Override
    String peel(String line) {
        return line.contains("\"\"") ? line.replace("\"\"", "\"") : line;
    }
}
