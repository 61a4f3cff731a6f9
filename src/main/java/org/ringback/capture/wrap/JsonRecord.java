package org.ringback.capture.wrap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one JSON object says about a message or a line of a log: its fields, those of objects within it too, by their names
 * without marks in lower case. Of fields with one name the first counts.
 */
final class JsonRecord {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** No object that is about a message has more. */
    private static final int MOST_FIELDS = 2000;

    private static final List<String> TEXTS = List.of(
            "log",
            "message",
            "msg",
            "line",
            "text",
            "content",
            "raw",
            "payload",
            "body",
            "event",
            "data",
            "short_message");
    private static final List<String> TIMES = List.of(
            "time",
            "timestamp",
            "ts",
            "@timestamp",
            "date",
            "createdate",
            "datetime",
            "timeiso8601",
            "eventtime",
            "logtime",
            "asctime",
            "microts",
            "timedate",
            "rts",
            "captured",
            "createts",
            "realtimetimestamp",
            "t");
    private static final List<String> SOURCES = List.of(
            "srcip",
            "sourceip",
            "srcaddr",
            "src",
            "source",
            "from",
            "fromip",
            "ipsrc",
            "sourceaddress",
            "remoteip",
            "srchost",
            "aliassrc");
    private static final List<String> DESTINATIONS = List.of(
            "dstip",
            "destinationip",
            "dstaddr",
            "dst",
            "destination",
            "to",
            "toip",
            "ipdst",
            "destip",
            "destinationaddress",
            "localip",
            "dsthost",
            "aliasdst");
    private static final List<String> SOURCE_PORTS = List.of("srcport", "sourceport", "fromport", "sport");
    private static final List<String> DESTINATION_PORTS =
            List.of("dstport", "destinationport", "toport", "dport", "destport");
    private static final List<String> TRANSPORTS = List.of("transport", "protocol", "proto", "ipproto");

    private final Map<String, String> fields;

    private JsonRecord(Map<String, String> fields) {
        this.fields = fields;
    }

    /** The objects in a line from a column on; none if it is no JSON to its end. */
    static List<JsonRecord> in(String line, int from) {
        List<JsonRecord> records = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(utf8(line.substring(from)))) {
            JsonToken token = json.nextToken();
            while (token == JsonToken.START_OBJECT) {
                records.add(record(json));
                token = another(line, from, json) ? json.nextToken() : null;
            }
        } catch (IOException e) {
            // After an object, a comma or a bracket of the list around it may follow; anything else is no JSON.
            return List.of();
        }
        return records;
    }

    private static boolean another(String line, int from, JsonParser json) {
        int at = from + (int) json.currentLocation().getByteOffset();
        return at >= 0 && at < line.length() && line.substring(at).isBlank();
    }

    private static byte[] utf8(String line) {
        return line.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static JsonRecord record(JsonParser json) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        int depth = 1;
        String name = "";
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw new IOException("cut");
            }
            switch (token) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                case FIELD_NAME -> name = normal(json.currentName());
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    if (fields.size() < MOST_FIELDS) {
                        fields.putIfAbsent(name, bytes(json.getText()));
                    }
                }
                default -> {
                    // Nothing that says anything.
                }
            }
        }
        return new JsonRecord(fields);
    }

    private static String normal(String name) {
        return name.replace("_", "").replace("-", "").replace(".", "").toLowerCase(Locale.ROOT);
    }

    /** One character for each byte of UTF-8 again. */
    private static String bytes(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    boolean holdsStart() {
        return message() != null || (text() != null && SipLines.holdsStart(text().strip()));
    }

    /** A value that holds a whole message, perhaps behind a line that announces it; null if there is none. */
    String message() {
        for (String value : fields.values()) {
            if (value.contains("SIP/") && value.strip().indexOf('\n') > 0) {
                String[] lines = value.stripLeading().split("\r?\n", 8);
                for (int i = 0; i + 1 < lines.length; i++) {
                    if (SipLines.holdsStart(lines[i]) && HeaderLine.isAt(lines[i + 1].stripLeading(), 0)) {
                        return value;
                    }
                }
            }
        }
        return null;
    }

    /** The line of a log; null if there is none. */
    String text() {
        for (String name : TEXTS) {
            String value = fields.get(name);
            if (value != null) {
                return value;
            }
        }
        // Escaped once more, within a field of any name.
        return fields.values().stream()
                .filter(value -> value.contains("SIP/2.0"))
                .findFirst()
                .orElse(null);
    }

    /** Time and addresses as a line before the message; empty if nothing is known. */
    Optional<String> announcement() {
        String time = time();
        String source = endpoint(SOURCES, SOURCE_PORTS);
        String destination = endpoint(DESTINATIONS, DESTINATION_PORTS);
        if (time.isEmpty() && source.equals("?") && destination.equals("?")) {
            return Optional.empty();
        }
        String transport = first(TRANSPORTS).toUpperCase(Locale.ROOT);
        boolean known = List.of("UDP", "TCP", "TLS", "SCTP", "WS", "WSS").contains(transport);
        String numbered = transport.equals("17") ? "UDP" : transport.equals("6") ? "TCP" : "?";
        return Optional.of((time.isEmpty() ? "-" : time) + " " + source + " -> " + destination + " "
                + (known ? transport : numbered));
    }

    private String endpoint(List<String> hosts, List<String> ports) {
        String host = first(hosts).strip();
        if (host.isEmpty() || host.indexOf(' ') >= 0 || host.indexOf('<') >= 0 || host.contains("sip:")) {
            return "?";
        }
        String port = first(ports).strip();
        boolean v6 = host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[");
        return port.isEmpty() || port.equals("0") ? host : (v6 ? "[" + host + "]" : host) + ":" + port;
    }

    private String first(List<String> names) {
        for (String name : names) {
            String value = fields.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    /** When, as ISO 8601 if it is a number; empty if it does not say. */
    String time() {
        String seconds = fields.get("timeseconds");
        if (seconds != null && Epoch.isNumber(seconds)) {
            String micros = fields.getOrDefault("timeuseconds", "0");
            return Instant.EPOCH
                    .plusSeconds(Long.parseLong(seconds))
                    .plus(Epoch.isNumber(micros) ? Long.parseLong(micros) : 0, ChronoUnit.MICROS)
                    .toString();
        }
        String written = first(TIMES).strip();
        return Epoch.of(written).map(Instant::toString).orElse(written.length() > 40 ? "" : written);
    }
}
