package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records in XML with an element for each field, each in a line of its own: those about time and place become names with
 * their values, and the text loses its tags.
 */
final class XmlFields implements Wrapping {

    private static final Pattern FIELD = Pattern.compile("^\\s*<([A-Za-z_][\\w.-]{0,40})>([^<>]{1,120})</\\1>\\s*$");
    private static final Pattern TEXT = Pattern.compile("^\\s*<([A-Za-z_][\\w.-]{0,40})>(?=\\S)");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        String open = "";
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            String line = row.text();
            String name = beginning(line);
            String changed = line;
            if (!name.isEmpty()) {
                open = "</" + name + ">";
                changed = line.strip().substring(open.length() - 1);
                peeled = peeled == null ? fields(rows.subList(0, i)) : peeled;
            } else if (peeled != null) {
                changed = field(line);
            }
            if (!open.isEmpty() && changed.contains(open)) {
                changed = changed.replace(open, "");
                open = "";
            }
            if (peeled != null) {
                peeled.add(row.with(changed));
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** The name of the element whose text begins with a start line in this line; empty if none does. */
    private static String beginning(String line) {
        Matcher text = line.indexOf('<') >= 0 && SipLines.namesVersion(line) ? TEXT.matcher(line) : null;
        boolean begins = text != null
                && text.find()
                && FieldNames.isText(text.group(1))
                && LoggedStartLine.opens(line.substring(text.end()));
        return begins ? text.group(1) : "";
    }

    private static List<TextRow> fields(List<TextRow> rows) {
        List<TextRow> fields = new ArrayList<>(rows.size());
        rows.forEach(row -> fields.add(row.with(field(row.text()))));
        return fields;
    }

    private static String field(String line) {
        Matcher field = line.indexOf('<') >= 0 ? FIELD.matcher(line) : null;
        boolean told = field != null && field.matches() && FieldNames.isTimeOrPlace(field.group(1));
        return told ? field.group(1) + ": " + field.group(2) : line;
    }
}
