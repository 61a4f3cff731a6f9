package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/** Signs that Markdown, or the format of events CEF, would understand, with a backslash before each: {@code \<sip:2001@pbx\>}. */
final class BackslashEscapes extends LineWrapping {

    private static final Pattern ESCAPED =
            Pattern.compile("\\\\<(?:sips?|tel):[^<>]{1,500}\\\\?>|;(?:branch|tag)\\\\=");
    private static final Pattern SIGN = Pattern.compile("\\\\(?=[<>*_~`#\\[\\]|=+-])");
    private static final int SURE = 2;

    @Override
    boolean isAround(List<TextRow> rows) {
        return rows.stream()
                        .filter(row -> row.text().indexOf('\\') >= 0
                                && ESCAPED.matcher(row.text()).find())
                        .limit(SURE)
                        .count()
                == SURE;
    }

    @Override
    String peel(String line) {
        return line.indexOf('\\') < 0 ? line : SIGN.matcher(line).replaceAll("");
    }
}
