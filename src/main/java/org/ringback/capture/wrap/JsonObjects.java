package org.ringback.capture.wrap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the records that stand in JSON: an object with the objects within it is one. Where a list holds several objects with
 * messages, each of them is one, and has what is said around the list too. A list of a time and a text, as Loki gives it, is
 * one as well.
 */
final class JsonObjects {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** No object that is about a message has more. */
    private static final int MOST_FIELDS = 2000;

    private static final int DEEPEST = 60;

    private static final int LONGEST_OCTETS = 1024 * 1024;

    private final JsonParser json;

    private JsonObjects(JsonParser json) {
        this.json = json;
    }

    /**
     * The records in a line from a column on, of all objects that stand there one behind the other or as a list; none if the
     * first one is no JSON to its end.
     */
    static List<TraceRecord> in(String line, int from) {
        List<TraceRecord> records = new ArrayList<>();
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        int at = from;
        while (at < bytes.length && bytes[at] == '{') {
            int end = object(bytes, at, records);
            at = end < 0 ? bytes.length : behindComma(bytes, end);
        }
        return records;
    }

    /** Where the object that begins at an offset ends; -1 if it is no JSON to its end. */
    private static int object(byte[] bytes, int from, List<TraceRecord> records) {
        try (JsonParser json = FACTORY.createParser(bytes, from, bytes.length - from)) {
            json.nextToken();
            List<TraceRecord> found = new ArrayList<>();
            new JsonObjects(json).object(found, 0);
            records.addAll(found);
            return from + (int) json.currentLocation().getByteOffset();
        } catch (IOException e) {
            // Text in braces, or cut.
            return -1;
        }
    }

    private static int behindComma(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ',' || bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Adds the record of the object that has begun, or those of its lists. */
    private void object(List<TraceRecord> records, int depth) throws IOException {
        TraceRecord record = new TraceRecord();
        List<TraceRecord> listed = new ArrayList<>();
        fields(record, "", "", listed, depth);
        openWithin(record);
        boolean several = listed.stream().anyMatch(TraceRecord::holdsStart);
        if (several) {
            listed.forEach(each -> each.fillFrom(record));
            if (record.message() != null) {
                records.add(record);
            }
            records.addAll(listed);
        } else {
            listed.forEach(record::fillFrom);
            records.add(record);
        }
    }

    /**
     * Adds the fields of an object.
     *
     * @param around the name of the object in which it stands, {@code within} its own; empty for none
     */
    private void fields(TraceRecord record, String around, String within, List<TraceRecord> listed, int depth)
            throws IOException {
        String name = "";
        for (JsonToken token = next(depth); token != JsonToken.END_OBJECT; token = next(depth)) {
            switch (token) {
                case FIELD_NAME -> name = json.currentName();
                case START_OBJECT -> fields(record, within, name, listed, depth + 1);
                case START_ARRAY -> list(record, name, listed, depth + 1);
                default -> {
                    // A value with its type: {"$date": "…"}.
                    boolean typed = name.startsWith("$");
                    value(record, typed ? around : within, typed ? within : name, token);
                }
            }
        }
    }

    private void list(TraceRecord record, String name, List<TraceRecord> listed, int depth) throws IOException {
        List<String> values = new ArrayList<>();
        StringBuilder octets = new StringBuilder();
        for (JsonToken token = next(depth); token != JsonToken.END_ARRAY; token = next(depth)) {
            switch (token) {
                case START_OBJECT -> object(listed, depth + 1);
                case START_ARRAY -> list(record, name, listed, depth + 1);
                case VALUE_STRING -> values.add(bytes(json.getText()));
                case VALUE_NUMBER_INT -> {
                    octet(octets);
                    value(record, "", name, token);
                }
                default -> value(record, "", name, token);
            }
        }
        if (TraceRecord.isMessage(octets.toString())) {
            record.replace(name, octets.toString());
        }
        values(record, name, values, listed);
    }

    /** journald gives a text with characters that do not print as the numbers of its bytes. */
    private void octet(StringBuilder octets) throws IOException {
        String digits = json.getText();
        int value = digits.length() <= 3 ? Integer.parseInt(digits) : -1;
        if (value >= 0 && value < 256 && octets.length() < LONGEST_OCTETS) {
            octets.append((char) value);
        }
    }

    /** A list of strings is a text, a row of a table, or several messages, or a field that could have several values. */
    private static void values(TraceRecord record, String name, List<String> values, List<TraceRecord> listed) {
        List<String> messages = values.stream().filter(TraceRecord::isMessage).toList();
        if (messages.isEmpty() && SipLines.holdMessage(values)) {
            // Notebooks keep the end of each line.
            record.put(name, String.join(values.getFirst().endsWith("\n") ? "" : "\n", values));
            return;
        }
        if (values.size() == 2 && Epoch.of(values.getFirst()).isPresent()) {
            TraceRecord timed = new TraceRecord();
            timed.put("time", values.getFirst());
            timed.put("line", values.getLast());
            listed.add(timed);
        } else if (messages.size() == 1 && values.size() > 1) {
            listed.add(TableCells.record(List.of(), values));
        } else if (messages.size() > 1) {
            for (String message : messages) {
                TraceRecord each = new TraceRecord();
                each.put("line", message);
                listed.add(each);
            }
        } else if (!values.isEmpty()) {
            record.put(name, values.getFirst());
        }
    }

    /** Adds what objects say that stand in a field as text, as databases and collectors keep them. */
    static void openWithin(TraceRecord record) {
        for (String value : record.objects()) {
            List<TraceRecord> within = in(value.strip(), 0);
            if (within.size() == 1) {
                record.open(within.getFirst());
            }
        }
    }

    private void value(TraceRecord record, String within, String name, JsonToken token) throws IOException {
        boolean told = token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.VALUE_NUMBER_FLOAT;
        if (told && record.size() < MOST_FIELDS) {
            String value = bytes(json.getText());
            record.put(name, value);
            if (!within.isEmpty()) {
                record.put(within + name, value);
            }
        }
    }

    private JsonToken next(int depth) throws IOException {
        JsonToken token = json.nextToken();
        if (token == null || depth > DEEPEST) {
            throw new IOException("cut");
        }
        return token;
    }

    /** One character for each byte of UTF-8 again. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
