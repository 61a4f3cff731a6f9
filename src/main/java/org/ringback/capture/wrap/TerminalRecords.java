package org.ringback.capture.wrap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a terminal showed, as asciinema records it: each line is a list of a time since the beginning, {@code "o"} and what was
 * put out then, which may be a part of a line or many lines.
 */
final class TerminalRecords implements Wrapping {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern EVENT =
            Pattern.compile("^\\[\\d{1,9}(?:\\.\\d{1,18})?(?:e-?\\d{1,3})?, ?\"[iorm]\", ?\".*\"\\]$");
    private static final int SURE = 2;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (rows.stream().filter(row -> isEvent(row.text())).limit(SURE).count() < SURE) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        StringBuilder open = new StringBuilder();
        TextRow begun = rows.getFirst();
        for (TextRow row : rows) {
            if (!isEvent(row.text())) {
                peeled.add(row);
                continue;
            }
            begun = open.isEmpty() ? row : begun;
            String output = output(row.text());
            int end = output.lastIndexOf('\n');
            if (end >= 0) {
                add(begun, open + output.substring(0, end), peeled);
                open.setLength(0);
                begun = row;
            }
            // Looked at once: programs that draw the whole screen end no line at all.
            open.append(output, end + 1, output.length());
        }
        if (!open.isEmpty()) {
            add(begun, open.toString(), peeled);
        }
        return peeled;
    }

    private static boolean isEvent(String line) {
        return line.startsWith("[")
                && line.endsWith("\"]")
                && EVENT.matcher(line).matches();
    }

    private static void add(TextRow row, String text, List<TextRow> peeled) {
        for (String line : text.split("\n", -1)) {
            int end = line.length();
            while (end > 0 && line.charAt(end - 1) == '\r') {
                end--;
            }
            peeled.add(row.made(line.substring(0, end)));
        }
    }

    /** What was put out; nothing for what was typed, and for what cannot be read. */
    private static String output(String line) {
        try (JsonParser json = FACTORY.createParser(line.getBytes(StandardCharsets.ISO_8859_1))) {
            json.nextToken();
            json.nextToken();
            boolean output =
                    json.nextToken() == JsonToken.VALUE_STRING && json.getText().equals("o");
            boolean text = json.nextToken() == JsonToken.VALUE_STRING;
            return output && text
                    ? new String(json.getText().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException e) {
            return "";
        }
    }
}
