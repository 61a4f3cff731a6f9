package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows that a record of JSON or of a table becomes. A line that says when it was written keeps that before its text, as
 * {@code docker logs -t} prints it; a message gets the line before it that Ringback writes itself, with what the record says
 * about time and addresses.
 */
final class RecordRows {

    private static final Pattern TIME = Pattern.compile(
            "\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z| ?[+-]\\d\\d:?\\d\\d)?");

    private RecordRows() {}

    /**
     * A part of a text that may hold a table.
     *
     * @param end the row behind it
     * @param told what it says if it is a record; null if it is not
     */
    record Part(int end, TraceRecord told) {

        private boolean hasMessage() {
            return told != null && told.message() != null;
        }
    }

    /**
     * Puts what they say in the place of all records that hold a message.
     *
     * @param parts the part that begins at a row
     * @return the very same list if there is no such record
     */
    static List<TextRow> peel(List<TextRow> rows, IntFunction<Part> parts) {
        List<TextRow> peeled = null;
        int at = 0;
        while (at < rows.size()) {
            Part part = parts.apply(at);
            if (part.hasMessage() && peeled == null) {
                peeled = new ArrayList<>(rows.subList(0, at));
            }
            if (part.hasMessage()) {
                add(rows.get(at), "", part.told(), peeled);
            } else if (peeled != null) {
                peeled.addAll(rows.subList(at, part.end()));
            }
            at = part.end();
        }
        return peeled == null ? rows : peeled;
    }

    /**
     * Adds what a record says; the row itself if it says nothing.
     *
     * @param before what stands before the record in its line
     */
    static void add(TextRow row, String before, TraceRecord told, List<TextRow> rows) {
        List<String> messages = told.messages();
        if (!messages.isEmpty() && told.time().isEmpty()) {
            timeIn(before).ifPresent(time -> told.put("time", time));
        }
        for (String message : messages) {
            told.announcement().ifPresent(line -> rows.add(row.made(line)));
            lines(message, row, "", rows);
            rows.add(row.made(""));
        }
        if (!messages.isEmpty()) {
            return;
        }
        String text = told.text();
        if (text == null) {
            rows.add(row);
            return;
        }
        String time = told.time();
        lines(text, row, before + (time.isEmpty() ? "" : time + " "), rows);
    }

    /** Programs write the time before a record that has none. */
    private static Optional<String> timeIn(String before) {
        Matcher time = TIME.matcher(before);
        return time.find() ? Optional.of(time.group()) : Optional.empty();
    }

    private static void lines(String text, TextRow row, String prefix, List<TextRow> rows) {
        int begin = 0;
        for (int lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', begin)) {
            boolean cr = lf > begin && text.charAt(lf - 1) == '\r';
            String line = prefix + text.substring(begin, cr ? lf - 1 : lf);
            rows.add(new TextRow(row.number(), line, cr ? "\r\n" : "\n"));
            begin = lf + 1;
        }
        if (begin < text.length() || text.isEmpty()) {
            rows.add(row.made(prefix + text.substring(begin).replace("\r", "")));
        }
    }
}
