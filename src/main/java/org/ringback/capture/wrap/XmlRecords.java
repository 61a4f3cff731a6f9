package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records in XML whose elements stand in one line: those about time and place, then the one whose text begins with a message.
 * They become the line before it that Ringback writes itself.
 */
final class XmlRecords implements Wrapping {

    private static final Pattern FIELD = Pattern.compile("<([A-Za-z_][\\w.-]{0,40})>([^<>]{1,120})</\\1>");
    private static final Pattern TEXT = Pattern.compile("<([A-Za-z_][\\w.-]{0,40})>(?:<!\\[CDATA\\[)?(?=[A-Z]{3})");
    private static final int FIRST_WORDS = 400;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            int text = row.text().indexOf("><") >= 0 && SipLines.namesVersion(row.text()) ? text(row.text()) : -1;
            TraceRecord told = text < 0 ? null : told(row.text(), text);
            if (told != null) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                peeled.add(row.made(told.announcement().orElseThrow()));
                peeled.add(row.with(row.text().substring(text)));
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** Where the text of an element begins that begins with a message; -1 if there is none. */
    private static int text(String line) {
        Matcher text = TEXT.matcher(line);
        while (text.find()) {
            String first = line.substring(text.end(), Math.min(line.length(), text.end() + FIRST_WORDS));
            if (FieldNames.isText(text.group(1))
                    && (LoggedStartLine.opens(first) || LoggedStartLine.columnInOneLine(first) == 0)) {
                return text.end();
            }
        }
        return -1;
    }

    private static TraceRecord told(String line, int end) {
        TraceRecord told = new TraceRecord();
        int known = 0;
        Matcher field = FIELD.matcher(line).region(0, end);
        while (field.find()) {
            known += FieldNames.isTimeOrPlace(field.group(1)) ? 1 : 0;
            told.put(field.group(1), field.group(2));
        }
        return known > 0 && told.announcement().isPresent() ? told : null;
    }
}
