package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Each line in quotation marks, as spreadsheets and the source of programs have them: with what joins it to the next one,
 * with its end of line written out, with quotation marks within it doubled or escaped. A spreadsheet leaves the marks out
 * where a line has no comma.
 */
final class QuotedLines extends LineWrapping {

    private static final int SURE = 3;

    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:const|let|var|String|char) )?[A-Za-z_][\\w.\\[\\]* ]{0,40}\\s?[:=]\\s{0,4}\\(?(?=[\"'])");

    /** What Visual Basic and its kin put between a line and the next one. */
    private static final Pattern JOINED = Pattern.compile("[\"'](?:\\s{0,4}[&+.]\\s{0,4}(?:vb\\w{2,8}|@?CR"
            + " ?LF|@?LF|Environment\\.NewLine|PHP_EOL|Chr\\(1[03]\\))){1,2}(?:\\s{0,4}[&+.])?\\s{0,4}_?$");

    @Override
    boolean isAround(List<TextRow> rows) {
        int headers = 0;
        boolean start = false;
        for (TextRow row : rows) {
            String line = row.text();
            String inner = inner(line);
            if (inner != null) {
                start |= SipLines.isStart(inner);
                headers += SipLines.isHeader(inner.strip(), 0) ? 1 : 0;
            } else if (line.contains("SIP/")) {
                start |= SipLines.isStart(listed(line));
            }
        }
        return start && headers >= SURE;
    }

    @Override
    String peel(String line) {
        String inner = inner(line);
        return inner == null ? listed(line) : inner;
    }

    /** YAML leaves out the quotation marks in a list where a line has no colon with a blank behind it. */
    private static String listed(String line) {
        String stripped = line.strip();
        String item = stripped.startsWith("- ") ? stripped.substring(2).stripLeading() : "";
        boolean sdp = item.length() > 2 && item.charAt(1) == '=' && Character.isLowerCase(item.charAt(0));
        return sdp || SipLines.isStart(item) ? item : line;
    }

    /** What stands between quotation marks at both ends of a line, or null. */
    private static String inner(String line) {
        String stripped = unlabelled(line.strip());
        char quote = stripped.isEmpty() ? 0 : stripped.charAt(0);
        if (quote != '"' && quote != '\'') {
            return null;
        }
        int end = stripped.length();
        Matcher joined = stripped.endsWith(String.valueOf(quote)) ? null : JOINED.matcher(stripped);
        if (joined != null && joined.find()) {
            end = joined.start() + 1;
        }
        while (end > 1 && " ,+.;\\)".indexOf(stripped.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end < 2 || stripped.charAt(end - 1) != quote) {
            return null;
        }
        String inner = withoutEnd(stripped.substring(1, end - 1));
        String mark = String.valueOf(quote);
        return inner.replace(mark + mark, mark).replace("\\" + mark, mark);
    }

    /** Without the name that the first of the lines is given, as in {@code raw: 'INVITE …' +}. */
    private static String unlabelled(String line) {
        if (line.startsWith("- \"") || line.startsWith("- '")) {
            return line.substring(2);
        }
        if (line.startsWith("b\"") || line.startsWith("b'")) {
            return line.substring(1);
        }
        Matcher label = line.contains("SIP/") ? LABEL.matcher(line) : null;
        return label != null && label.find() ? line.substring(label.end()) : line;
    }

    private static String withoutEnd(String inner) {
        for (String end : List.of("\\r\\n", "\\n")) {
            if (inner.endsWith(end)) {
                return inner.substring(0, inner.length() - end.length());
            }
        }
        return inner;
    }
}
