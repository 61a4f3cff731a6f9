package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code journalctl -o verbose}: a line with the time and the cursor, then the fields of the entry, one in a line, of which
 * {@code MESSAGE} is the line of the log and may go on in lines that are indented further.
 */
final class JournalVerbose implements Wrapping {

    private static final String FIELD = "    MESSAGE=";

    private static final Pattern TIME = Pattern.compile(
            "^(?:[A-Z][a-z]{2} )?(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?: [A-Z]{2,5}|"
                    + " [+-]\\d{2,4})?) \\[s=[0-9a-f]{1,40};.*$");
    private static final Pattern OTHER = Pattern.compile("^    [A-Z_][A-Z0-9_]{0,63}=.*$");
    private static final int INDENTED = FIELD.length();

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!SipLines.any(rows, FIELD)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        String time = "";
        boolean within = false;
        boolean changed = false;
        for (TextRow row : rows) {
            String line = row.text();
            Matcher entry = line.contains("[s=") ? TIME.matcher(line) : null;
            if (entry != null && entry.matches()) {
                time = entry.group(1);
                within = false;
                changed = true;
                peeled.add(row.with(""));
            } else if (!time.isEmpty() && line.startsWith(FIELD)) {
                within = true;
                peeled.add(row.with(time + " " + line.substring(INDENTED)));
            } else if (!time.isEmpty() && OTHER.matcher(line).matches()) {
                within = false;
            } else {
                peeled.add(within ? row.with(line.substring(indented(line))) : row);
            }
        }
        return changed ? peeled : rows;
    }

    private static int indented(String line) {
        int at = 0;
        while (at < line.length() && at < INDENTED && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
