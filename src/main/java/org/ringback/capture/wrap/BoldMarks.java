package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks that make text bold or slanted, around a start line, a header or its name: {@code **INVITE … SIP/2.0**}. */
final class BoldMarks extends LineWrapping {

    private static final Pattern WHOLE = Pattern.compile(
            "^(\\s{0,40}(?:[>|]"
                + " ?){0,4})(\\*{1,3}|_{1,3}|~~|\\[[bi]\\]|==)(\\S.{0,2000}?\\S)(\\*{1,3}|_{1,3}|~~|\\[/[bi]\\]|==)([\\s.^M]{0,8})$");
    private static final Pattern NAME = Pattern.compile(
            "^(\\s{0,40}(?:[>|]"
                + " ?){0,4})(?:\\*{1,3}|_{2,3}|\\[[bi]\\])([A-Za-z-]{1,40}|SIP/2\\.0)(:?)(?:\\*{1,3}|_{2,3}|\\[/[bi]\\])(:?)");

    @Override
    boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            String line = row.text();
            if (mayBe(line)) {
                String without = peel(line);
                if (!without.equals(line) && (SipLines.holdsStart(without) || SipLines.isHeader(without.strip(), 0))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayBe(String line) {
        return line.indexOf('*') >= 0
                || line.indexOf("__") >= 0
                || line.contains("[/")
                || line.contains("==")
                || line.contains("~~");
    }

    @Override
    String peel(String line) {
        if (!mayBe(line)) {
            return line;
        }
        Matcher name = NAME.matcher(line);
        String named = name.find() && sip(name.group(2))
                ? name.group(1) + name.group(2) + name.group(3) + name.group(4) + line.substring(name.end())
                : line;
        Matcher whole = WHOLE.matcher(named);
        if (!whole.find()) {
            return named;
        }
        String inner = whole.group(3);
        boolean ofMessage = SipLines.isStart(inner) || SipLines.isHeader(inner, 0) || inner.contains("->");
        return ofMessage ? whole.group(1) + inner + whole.group(5) : named;
    }

    private static boolean sip(String word) {
        return word.startsWith("SIP/") || SipLines.isHeaderName(word) || LoggedStartLine.isMethod(word);
    }
}
