package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fields as languages print what they hold, {@code [src] => …}, {@code 'src' => '…',}, {@code ["src"]=>} above
 * {@code string(14) "…"}, {@code <key>src</key>} above {@code <string>…</string>}: they become names with their values, which
 * are read where they stand above a message.
 */
final class NamedValues implements Wrapping {

    private static final String NAME = "[A-Za-z_@][\\w.-]{0,40}";
    private static final Pattern ARROW = Pattern.compile(
            "^\\s{0,40}(?:\\[\"?(" + NAME + ")\"?\\]|[:'\"](" + NAME + ")['\"]?)\\s{0,20}=>\\s{0,4}(\\S.*)$");
    private static final Pattern NAMED =
            Pattern.compile("^\\s{0,40}(?:\\[\"(" + NAME + ")\"\\]=>|<key>(" + NAME + ")</key>)\\s*$");
    private static final Pattern VALUE = Pattern.compile("^\\s{0,40}(?:string\\(\\d{1,9}\\) \"|<string>)(.*)$");
    private static final Pattern END = Pattern.compile("(?:\"|</string>|\",|',)$");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            TextRow row = rows.get(at);
            boolean may = row.text().contains("=>") || row.text().contains("<key>");
            String name = may ? name(row.text()) : "";
            boolean below = !name.isEmpty()
                    && at + 1 < rows.size()
                    && NAMED.matcher(row.text()).matches();
            TextRow held = below ? rows.get(at + 1) : row;
            String value = name.isEmpty() ? null : value(held.text());
            if (value != null && (FieldNames.isTimeOrPlace(name) || opens(name, value))) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, at)) : peeled;
                peeled.add(held.with(name + ": " + value));
                at += below ? 2 : 1;
                continue;
            }
            if (peeled != null) {
                peeled.add(row);
            }
            at++;
        }
        return peeled == null ? rows : peeled;
    }

    private static String name(String line) {
        Matcher name = NAMED.matcher(line);
        Matcher field = ARROW.matcher(line);
        Matcher found = name.matches() ? name : field.matches() ? field : null;
        return found == null ? "" : found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** The value in a line, without its marks; null if there is none. */
    private static String value(String line) {
        Matcher value = VALUE.matcher(line);
        Matcher field = ARROW.matcher(line);
        String written = value.matches() ? value.group(1) : field.matches() ? field.group(3) : null;
        if (written == null || SipLines.namesVersion(written)) {
            return written;
        }
        String end = END.matcher(written).replaceFirst("");
        boolean quoted = !end.isEmpty() && (end.charAt(0) == '\'' || end.charAt(0) == '"');
        return quoted ? end.substring(1).replaceFirst("['\"]$", "") : end;
    }

    /** Whether the value of a text begins with a message. */
    private static boolean opens(String name, String value) {
        String text = value.startsWith("\"") || value.startsWith("'") ? value.substring(1) : value;
        boolean opens = SipLines.namesVersion(value)
                && (LoggedStartLine.opens(text) || LoggedStartLine.columnInOneLine(text) == 0);
        return opens && FieldNames.isText(name);
    }
}
