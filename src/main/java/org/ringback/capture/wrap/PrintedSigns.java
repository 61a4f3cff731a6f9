package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Signs that word processors, printers and keyboards of the East put where plain ones were: hyphens that do not break, dashes,
 * minus signs, wide colons. They are plain again if names of headers have them.
 */
final class PrintedSigns extends LineWrapping {

    private static final Pattern HYPHEN = Pattern.compile("\u00e2\u0080[\u0090-\u0093]|\u00e2\u0088\u0092");
    private static final Pattern COLON = Pattern.compile("\u00ef\u00bc\u009a");
    private static final int SURE = 2;

    @Override
    boolean isAround(List<TextRow> rows) {
        int headers = 0;
        for (TextRow row : rows) {
            if (has(row.text())) {
                String stripped = row.text().strip();
                headers += !SipLines.isHeader(stripped, 0) && SipLines.isHeader(peel(stripped), 0) ? 1 : 0;
                if (headers >= SURE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean has(String line) {
        return line.indexOf('\u00e2') >= 0 || line.indexOf('\u00ef') >= 0;
    }

    @Override
    String peel(String line) {
        return has(line) ? COLON.matcher(HYPHEN.matcher(line).replaceAll("-")).replaceAll(":") : line;
    }
}
