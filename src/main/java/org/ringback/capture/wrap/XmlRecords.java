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

    /** No record says more before its text. */
    private static final int LONGEST = 4000;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            boolean may = row.text().indexOf("><") >= 0 && SipLines.namesVersion(row.text());
            List<TextRow> records = may ? records(row) : List.of();
            if (!records.isEmpty() && peeled == null) {
                peeled = new ArrayList<>(rows.subList(0, i));
            }
            if (peeled != null) {
                peeled.addAll(records.isEmpty() ? List.of(row) : records);
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** What a row says in the place of its records; nothing if it has none. */
    private static List<TextRow> records(TextRow row) {
        String line = row.text();
        List<TextRow> records = new ArrayList<>();
        int done = 0;
        Matcher text = TEXT.matcher(line);
        while (text.find()) {
            TraceRecord told =
                    begins(text, line) ? told(line, Math.max(done, text.start() - LONGEST), text.start()) : null;
            if (told != null) {
                if (done > 0) {
                    records.add(row.made(line.substring(done, text.start())));
                }
                records.add(row.made(told.announcement().orElseThrow()));
                done = text.end();
            }
        }
        if (done > 0) {
            records.add(row.with(line.substring(done)));
        }
        return records;
    }

    /** Whether the text of an element begins with a message. */
    private static boolean begins(Matcher text, String line) {
        String first = line.substring(text.end(), Math.min(line.length(), text.end() + FIRST_WORDS));
        return FieldNames.isText(text.group(1))
                && (LoggedStartLine.opens(first) || LoggedStartLine.columnInOneLine(first) == 0);
    }

    private static TraceRecord told(String line, int begin, int end) {
        TraceRecord told = new TraceRecord();
        int known = 0;
        Matcher field = FIELD.matcher(line).region(begin, end);
        while (field.find()) {
            known += FieldNames.isTimeOrPlace(field.group(1)) ? 1 : 0;
            told.put(field.group(1), field.group(2));
        }
        return known > 0 && told.announcement().isPresent() ? told : null;
    }
}
