package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events in the formats of security tools, one in a line: {@code CEF:0|vendor|product|\u2026|src=\u2026 dst=\u2026 msg=\u2026} and
 * {@code LEEF:1.0|vendor|product|\u2026|src=\u2026}, whose fields stand apart by blanks or by tabulators, with a message in one of
 * them.
 */
final class EventExtensions implements Wrapping {

    private static final Pattern HEAD = Pattern.compile("\\b(?:CEF: ?\\d\\|(?:(?:[^|\\\\]|\\\\.){0,200}\\|){6}|LEEF:"
            + " ?[12]\\.0\\|(?:[^|]{0,200}\\|){4}(?:(?:\\^|x[0-9A-Fa-f]{2}|[^|=]{1,4})?\\|)?)");

    private static final Pattern FIELD = Pattern.compile("(?:^|(?<=[\\s^|]))([A-Za-z][A-Za-z0-9_.\\[\\]]{0,60})=");

    /** What CEF and LEEF call it otherwise than the rest of the world. */
    private static final List<String> EVENT_TIMES = List.of("rt", "devTime", "start", "deviceReceiptTime", "end");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!SipLines.any(rows, "CEF:") && !SipLines.any(rows, "LEEF:")) {
            return rows;
        }
        return RecordRows.peel(
                rows, at -> new RecordRows.Part(at + 1, told(rows.get(at).text())));
    }

    /** What a line says if it is an event with a message; null if it is not. */
    private static TraceRecord told(String line) {
        Matcher head = line.contains("EF:") && SipLines.namesVersion(line) ? HEAD.matcher(line) : null;
        if (head == null || !head.find()) {
            return null;
        }
        TraceRecord told = new TraceRecord();
        // LEEF 2 names what stands between its fields.
        fields(line, head.end(), head.group().endsWith("^|") ? "^" : "", told);
        return told;
    }

    /** A field ends where the next one begins; an equals sign of its own has a backslash before it. */
    private static void fields(String line, int from, String delimiter, TraceRecord told) {
        Matcher field = FIELD.matcher(line).region(from, line.length());
        String name = "";
        int begin = from;
        while (field.find()) {
            if (isMessageSoFar(name, line, begin, field.start())) {
                continue;
            }
            put(name, without(delimiter, line.substring(begin, field.start())), told);
            name = field.group(1);
            begin = field.end();
        }
        put(name, line.substring(begin), told);
    }

    /** Those that do not escape equals signs have them within a message: only names of the format end it. */
    private static boolean isMessageSoFar(String name, String line, int begin, int end) {
        if (name.isEmpty() || !SipLines.holdsStart(firstLine(line.substring(begin, end)))) {
            return false;
        }
        String next = line.substring(end, line.indexOf('=', end));
        return !FieldNames.isTimeOrPlace(next)
                && !FieldNames.TRANSPORTS.contains(FieldNames.normal(next))
                && !EVENT_TIMES.contains(next);
    }

    private static String firstLine(String text) {
        int end = text.indexOf("\\n");
        int cr = text.indexOf("\\r");
        int first = end < 0 ? cr : cr < 0 ? end : Math.min(end, cr);
        return first < 0 ? text : text.substring(0, first);
    }

    private static String without(String delimiter, String value) {
        boolean there = !delimiter.isEmpty() && value.endsWith(delimiter);
        return there ? value.substring(0, value.length() - delimiter.length()) : value;
    }

    private static void put(String name, String written, TraceRecord told) {
        if (name.isEmpty()) {
            return;
        }
        String value = unescaped(written.strip());
        told.put(EVENT_TIMES.contains(name) ? "timestamp" : name, value);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            int known = character == '\\' && at + 1 < text.length() ? "rnt\\=|\"".indexOf(text.charAt(at + 1)) : -1;
            plain.append(known < 0 ? character : "\r\n\t\\=|\"".charAt(known));
            at += known < 0 ? 0 : 1;
        }
        return plain.toString();
    }
}
