package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events of Windows as XML: the time stands in an attribute far above the text, often all in one line. Each element becomes a
 * row, and the time one right before the text.
 */
final class WindowsEvents implements Wrapping {

    private static final Pattern TAG = Pattern.compile("</?(Event|Events|System|Provider|EventID|Version|Level|Task|Opcode|Keywords"
            + "|TimeCreated|EventRecordID|Correlation|Execution|Channel|Computer|Security|EventData|UserData|Data"
            + "|Binary|RenderingInfo|Message)(?:\\s[^<>]{0,400})?/?>");
    private static final Pattern TIME = Pattern.compile("SystemTime=['\"]([0-9T:. Z+-]{10,40})['\"]");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!SipLines.any(rows, "SystemTime=")) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        String time = "";
        for (TextRow row : rows) {
            time = row.text().indexOf('<') < 0 ? time : elements(row, time, peeled);
            if (row.text().indexOf('<') < 0) {
                peeled.add(row);
            }
        }
        return peeled;
    }

    /** Adds what stands between the tags of a row; gives back the time of the event that goes on behind it. */
    private static String elements(TextRow row, String before, List<TextRow> peeled) {
        String line = row.text();
        String time = before;
        int done = 0;
        boolean text = false;
        Matcher tag = TAG.matcher(line);
        while (tag.find()) {
            add(row, line.substring(done, tag.start()), text ? time : "", peeled);
            done = tag.end();
            text = (tag.group(1).equals("Data") || tag.group(1).equals("Message")) && line.charAt(tag.start() + 1) != '/';
            Matcher written = tag.group(1).equals("TimeCreated") ? TIME.matcher(tag.group()) : null;
            time = written != null && written.find() ? written.group(1) : tag.group(1).equals("Event") ? "" : time;
        }
        if (done == 0) {
            peeled.add(row);
        } else {
            add(row, line.substring(done), text ? time : "", peeled);
        }
        return time;
    }

    private static void add(TextRow row, String text, String time, List<TextRow> peeled) {
        if (text.isBlank()) {
            return;
        }
        if (!time.isEmpty()) {
            peeled.add(row.made(time));
        }
        peeled.add(row.made(text));
    }
}
