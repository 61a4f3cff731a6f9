package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events of CloudWatch as the command line of AWS prints them as text: {@code EVENTS}, when they came in, the message over as
 * many lines as it has, and when it was written.
 */
final class AwsEvents implements Wrapping {

    private static final Pattern BEGIN =
            Pattern.compile("^EVENTS\t(?:\\d{20,60}\t)?(?:\\d{13}\t)?(?:[\\w./\\[\\]$-]{1,200}\t)?(?=\\S)");
    private static final Pattern END = Pattern.compile("\t(\\d{13})$");

    /** No event has more lines. */
    private static final int LONGEST = 2000;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        return RecordRows.peel(rows, at -> part(rows, at));
    }

    private static RecordRows.Part part(List<TextRow> rows, int at) {
        Matcher begin = rows.get(at).text().startsWith("EVENTS\t")
                ? BEGIN.matcher(rows.get(at).text())
                : null;
        if (begin == null || !begin.find()) {
            return new RecordRows.Part(at + 1, null);
        }
        List<String> lines = new ArrayList<>();
        for (int i = at; i < rows.size() && i - at < LONGEST; i++) {
            String line = rows.get(i).text();
            String text = i == at ? line.substring(begin.end()) : line;
            Matcher end = END.matcher(text);
            if (end.find()) {
                lines.add(text.substring(0, end.start()));
                TraceRecord told = new TraceRecord();
                told.put("time", end.group(1));
                told.put("message", String.join("\n", lines) + "\n");
                return new RecordRows.Part(i + 1, told);
            }
            lines.add(text);
        }
        return new RecordRows.Part(at + 1, null);
    }
}
