package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Blanks that are none, and characters without a width: web pages and word processors put them where a blank or nothing
 * was. They are taken away if a message would not be seen otherwise, since a name may have one of its own.
 */
final class InvisibleBlanks extends LineWrapping {

    private static final Pattern BLANKS = Pattern.compile(
            "\u00c2[\u00a0\u00b7]|\u00e2\u0090\u00a3|\u00e2\u0080[\u0080-\u008a\u00af]|\u00e2\u0081\u009f|\u00e3\u0080\u0080|(?<![\u00a1-\u00ff])\u00a0(?![\u0080-\u00bf])");
    private static final Pattern NOTHING = Pattern.compile(
            "\u00e2\u0080[\u008b-\u008f\u00aa-\u00ae]|\u00e2\u0081[\u00a0-\u00a4]|\u00ef\u00bb\u00bf|\u00c2\u00ad");

    private static final Pattern BEHIND_COLON =
            Pattern.compile("^[^:]{1,80}:(?:\u00c2\u00a0|\u00e3\u0080\u0080|\u00e2\u0080[\u0080-\u008f\u00af])");

    @Override
    boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            String line = row.text();
            if (has(line)) {
                String changed = peel(line);
                boolean start = changed.contains("SIP/") && LoggedStartLine.in(changed) != null;
                if (start
                        && (LoggedStartLine.in(line) == null
                                || !LoggedStartLine.in(line).equals(LoggedStartLine.in(changed)))) {
                    return true;
                }
                if (SipLines.isHeader(changed.stripLeading(), 0)
                        && (!SipLines.isHeader(line.stripLeading(), 0)
                                || BEHIND_COLON.matcher(line).find())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    String peel(String line) {
        return has(line) ? BLANKS.matcher(NOTHING.matcher(line).replaceAll("")).replaceAll(" ") : line;
    }

    private static boolean has(String line) {
        return line.indexOf('\u00a0') >= 0
                || line.indexOf('\u00e2') >= 0
                || line.indexOf('\u00c2') >= 0
                || line.indexOf('\u00e3') >= 0
                || line.indexOf('\u00ef') >= 0;
    }
}
