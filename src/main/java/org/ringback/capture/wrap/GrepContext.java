package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file, and perhaps the number of the line, that {@code grep} prints before each line: with colons where the
 * line was found, with hyphens where it only stands around it.
 */
final class GrepContext implements Wrapping {

    private static final Pattern BEFORE = Pattern.compile("^([^\\s:]{1,200}?)([-:])(?:(\\d{1,9})([-:]))?$");
    private static final int FURTHEST = 240;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        Pattern name = null;
        String known = "";
        for (int i = 0; i < rows.size(); i++) {
            String line = rows.get(i).text();
            if (line.contains("SIP/") && i + 1 < rows.size() && SipLines.holdsStart(line)) {
                String found = nameBefore(line, rows.get(i + 1).text());
                if (!found.isEmpty() && !found.equals(known)) {
                    known = found;
                    name = Pattern.compile(found);
                    peeled = peeled == null ? new ArrayList<>(rows) : peeled;
                    for (int before = i - 1; before >= 0 && take(rows, peeled, before, name); before--) {
                        // Lines above the message have the same name.
                    }
                }
            }
            if (name != null) {
                take(rows, peeled, i, name);
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static boolean take(List<TextRow> rows, List<TextRow> peeled, int at, Pattern name) {
        String line = rows.get(at).text();
        Matcher before = name.matcher(line);
        boolean found = before.lookingAt();
        if (found) {
            peeled.set(at, rows.get(at).with(line.substring(before.end())));
        }
        return found;
    }

    /** What stands before the header behind a start line, if the line itself has it too, as a pattern; or empty. */
    private static String nameBefore(String line, String next) {
        int column = headerIn(next);
        Matcher before = BEFORE.matcher(column > 0 ? next.substring(0, column) : "");
        if (!before.matches()
                || (before.group(3) == null
                        && before.group(1).indexOf('.') < 0
                        && before.group(1).indexOf('/') < 0)) {
            return "";
        }
        String number = before.group(3) == null ? "" : "\\d{1,9}[-:]";
        String pattern = Pattern.quote(before.group(1)) + "[-:]" + number;
        return Pattern.compile(pattern).matcher(line).lookingAt() ? pattern : "";
    }

    private static int indented(String line, int from) {
        int at = from;
        while (at < line.length() - 1 && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int headerIn(String line) {
        for (int at = 0; at < Math.min(FURTHEST, line.length()); at++) {
            boolean begins = at == 0 || line.charAt(at - 1) == '-' || line.charAt(at - 1) == ':';
            if (begins && SipLines.isHeader(line, indented(line, at))) {
                return at;
            }
        }
        return -1;
    }
}
