package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/** Tags of forums that color or shape lines: {@code [color=red]INVITE …[/color]}. Brackets of addresses are none. */
final class BbTags extends LineWrapping {

    private static final Pattern TAG = Pattern.compile(
            "\\[/?(?:color|colour|size|font|b|i|u|s|h|highlight|mark|tt|url|email|mono|spoiler|indent|left)(?:=[^\\]]{1,80})?\\]",
            Pattern.CASE_INSENSITIVE);

    @Override
    boolean isAround(List<TextRow> rows) {
        for (TextRow row : rows) {
            String line = row.text();
            if (line.contains("[/")
                    && isOfMessage(TAG.matcher(line).replaceAll("").strip())
                    && !isOfMessage(line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfMessage(String line) {
        return (SipLines.isStart(line) && !line.endsWith("]")) || SipLines.isHeader(line, 0);
    }

    @Override
    String peel(String line) {
        return line.indexOf('[') < 0 ? line : TAG.matcher(line).replaceAll("");
    }
}
