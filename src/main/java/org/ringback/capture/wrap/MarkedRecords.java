package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records of Lync's and Skype for Business's servers: {@code $$begin_record}, what is said about a message with a name before
 * each value, {@code Start-Line:} and the headers, {@code Message-Body:} before the body, {@code $$end_record}. They become
 * the line before a message that Ringback writes itself, and the message.
 */
final class MarkedRecords implements Wrapping {

    private static final String BEGIN = "$$begin_record";
    private static final String END = "$$end_record";
    private static final String START = "Start-Line:";
    private static final String BODY = "Message-Body:";

    private static final Pattern TIME =
            Pattern.compile("\\b(\\d\\d)/(\\d\\d)/(\\d{4})-(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?)");
    private static final Pattern FIELD = Pattern.compile("^(Direction|Peer|Local|Transport): {0,3}(\\S{1,120})\\s*$");

    /** No record says more before its message. */
    private static final int MOST_FIELDS = 24;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (rows.stream().noneMatch(row -> row.text().startsWith(START))) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        boolean within = false;
        boolean changed = false;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            String line = row.text();
            boolean start = line.startsWith(START)
                    && LoggedStartLine.opens(line.substring(START.length()).strip());
            if (start) {
                peeled.add(row.made(announcement(rows, i)));
                peeled.add(row.with(line.substring(START.length()).strip()));
            } else if (within && line.startsWith(BODY)) {
                if (!peeled.getLast().text().isBlank()) {
                    peeled.add(row.made(""));
                }
                peeled.add(row.with(line.substring(BODY.length()).stripLeading()));
            } else if (within && line.startsWith(END)) {
                peeled.add(row.with(""));
            } else {
                peeled.add(row);
            }
            within = start || (within && !line.startsWith(END));
            changed |= start;
        }
        return changed ? peeled : rows;
    }

    private static String announcement(List<TextRow> rows, int start) {
        Map<String, String> fields = new HashMap<>();
        String time = "-";
        for (int at = start - 1; at >= 0 && start - at <= MOST_FIELDS; at--) {
            String line = rows.get(at).text();
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                fields.putIfAbsent(field.group(1), field.group(2));
            }
            if (line.contains(BEGIN)) {
                Matcher written = TIME.matcher(line);
                if (written.find()) {
                    // The month first, in every language of the system.
                    time = written.group(3) + "-" + written.group(1) + "-" + written.group(2) + " " + written.group(4);
                }
                break;
            }
        }
        String peer = RecordPlace.of(fields.getOrDefault("Peer", ""), "").text();
        boolean in = fields.getOrDefault("Direction", "").startsWith("in");
        boolean out = fields.getOrDefault("Direction", "").startsWith("out");
        String writer = in || out ? RecordPlace.WRITER.text() : RecordPlace.UNKNOWN.text();
        return time + " " + (in ? peer : writer) + " -> " + (in ? writer : out ? peer : RecordPlace.UNKNOWN.text())
                + " ?";
    }
}
