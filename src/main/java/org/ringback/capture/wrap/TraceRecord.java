package org.ringback.capture.wrap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an object of JSON or a row of a table says about a message or a line of a log: its fields, by their names without
 * marks in lower case, one character for each byte. Of fields with one name the first counts.
 */
final class TraceRecord {

    private static final Pattern DAY =
            Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}");
    private static final Pattern OF_DAY = Pattern.compile("\\d{1,2}:\\d\\d:\\d\\d\\S{0,16}(?: [AaPp][Mm])?");

    private static final int LONGEST_TIME = 44;
    private static final int LONGEST_OBJECT = 1024 * 1024;

    private final Map<String, String> fields = new LinkedHashMap<>();

    void put(String name, String value) {
        fields.putIfAbsent(FieldNames.normal(name), value);
    }

    /** A value instead of one that was put under this name, if any was. */
    void replace(String name, String value) {
        fields.put(FieldNames.normal(name), value);
    }

    /** The values that are objects of JSON. */
    List<String> objects() {
        return fields.values().stream()
                .filter(value -> value.length() > 2
                        && value.length() < LONGEST_OBJECT
                        && value.stripLeading().startsWith("{\"")
                        && value.stripTrailing().endsWith("}"))
                .toList();
    }

    /** What another record says and this one does not, but for its messages: those are its own. */
    void fillFrom(TraceRecord other) {
        other.fields.forEach((name, value) -> {
            if (!isMessage(value)) {
                fields.putIfAbsent(name, value);
            }
        });
    }

    /** All that is said within one of its fields; its messages too, if this one has none. */
    void open(TraceRecord within) {
        if (message() == null) {
            within.fields.forEach(fields::putIfAbsent);
        } else {
            fillFrom(within);
        }
    }

    boolean has(String name) {
        return fields.containsKey(FieldNames.normal(name));
    }

    int size() {
        return fields.size();
    }

    /** Whether it holds a message or a line of a log. */
    boolean saysSomething() {
        return message() != null || text() != null;
    }

    boolean holdsStart() {
        return message() != null || fields.values().stream().anyMatch(value -> SipLines.holdsStart(firstLine(value)));
    }

    private static String firstLine(String value) {
        String stripped = value.strip();
        int end = stripped.indexOf('\n');
        return end < 0 ? stripped : stripped.substring(0, end).stripTrailing();
    }

    /** A value that holds a whole message, perhaps behind a line that announces it; null if there is none. */
    String message() {
        for (String value : fields.values()) {
            if (isMessage(value)) {
                return value;
            }
        }
        return null;
    }

    /** All values that hold whole messages, each message once: collectors keep one under several names. */
    List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (String value : fields.values()) {
            if (isMessage(value)) {
                String plain = plain(value);
                if (messages.stream().noneMatch(other -> plain(other).contains(plain))) {
                    messages.removeIf(other -> plain.contains(plain(other)));
                    messages.add(value);
                }
            }
        }
        return messages;
    }

    private static String plain(String message) {
        return message.replace("\r", "").strip();
    }

    static boolean isMessage(String value) {
        if (!value.contains("SIP/") || value.strip().indexOf('\n') <= 0) {
            return false;
        }
        String[] lines = value.stripLeading().split("\r?\n", 8);
        for (int i = 0; i + 1 < lines.length; i++) {
            if (SipLines.holdsStart(lines[i]) && HeaderLine.isAt(lines[i + 1].stripLeading(), 0)) {
                return true;
            }
        }
        return false;
    }

    /** The line of a log; null if there is none. */
    String text() {
        for (String name : FieldNames.TEXTS) {
            String value = fields.get(name);
            // The number of a line is often called a line, too.
            if (value != null && !Epoch.isNumber(value)) {
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
        RecordPlace remote = place(FieldNames.REMOTES, FieldNames.REMOTE_PORTS);
        Optional<Boolean> sent = remote.equals(RecordPlace.UNKNOWN) ? Optional.empty() : sent();
        RecordPlace local = sent.isEmpty() ? RecordPlace.UNKNOWN : local();
        RecordPlace destination = sent.isEmpty()
                ? place(FieldNames.DESTINATIONS, FieldNames.DESTINATION_PORTS)
                : sent.get() ? remote : local;
        RecordPlace source = sent.isEmpty() ? source(destination) : sent.get() ? local : remote;
        if (source.equals(RecordPlace.UNKNOWN) && destination.equals(RecordPlace.UNKNOWN)) {
            return side().map(side -> (time.isEmpty() ? "-" : time) + " " + side + " ?")
                    .or(() -> time.isEmpty()
                            ? Optional.empty()
                            : Optional.of(time + " ? -> ? " + transport(source, destination)));
        }
        return Optional.of((time.isEmpty() ? "-" : time) + " " + source.text() + " -> " + destination.text() + " "
                + transport(source, destination));
    }

    /** Whether a field says that it was sent or received, in a word for it; empty if none does. */
    private Optional<Boolean> sent() {
        String written = first(FieldNames.DIRECTIONS).strip().toLowerCase(Locale.ROOT);
        if (FieldNames.SENT.contains(written)) {
            return Optional.of(true);
        }
        return FieldNames.RECEIVED.contains(written) ? Optional.of(false) : Optional.empty();
    }

    /** Which side wrote the record, if it only says that it has sent or received: calls, too, are inbound or outbound. */
    private Optional<String> side() {
        String word = first(FieldNames.DIRECTIONS).strip().toLowerCase(Locale.ROOT);
        boolean verb = FieldNames.OF_MESSAGES.contains(word);
        return verb ? sent().map(out -> out ? "* -> ?" : "? -> *") : Optional.empty();
    }

    /** The side that wrote the record. */
    private RecordPlace local() {
        RecordPlace local = place(FieldNames.LOCALS, FieldNames.LOCAL_PORTS);
        return local.equals(RecordPlace.UNKNOWN) ? RecordPlace.WRITER : local;
    }

    private String transport(RecordPlace source, RecordPlace destination) {
        String written = first(FieldNames.TRANSPORTS).toUpperCase(Locale.ROOT);
        if (List.of("UDP", "TCP", "TLS", "SCTP", "WS", "WSS").contains(written)) {
            return written;
        }
        return switch (written) {
            case "17" -> "UDP";
            case "6" -> "TCP";
            default -> source.transport().isEmpty() ? destination.transportOrUnknown() : source.transport();
        };
    }

    /** Collectors of logs name the machine that wrote a line as its source too. */
    private RecordPlace source(RecordPlace destination) {
        RecordPlace source = place(FieldNames.SOURCES, FieldNames.SOURCE_PORTS);
        boolean loose = FieldNames.LOOSE_SOURCES.contains(firstName(FieldNames.SOURCES));
        return loose && destination.equals(RecordPlace.UNKNOWN) && !source.isAddress() ? RecordPlace.UNKNOWN : source;
    }

    private RecordPlace place(List<String> hosts, List<String> ports) {
        return RecordPlace.of(first(hosts).strip(), first(ports).strip());
    }

    private String first(List<String> names) {
        return fields.getOrDefault(firstName(names), "");
    }

    /** The first name whose field is not blank; empty if there is none. */
    private String firstName(List<String> names) {
        for (String name : names) {
            if (!fields.getOrDefault(name, "").isBlank()) {
                return name;
            }
        }
        return "";
    }

    /** When, as ISO 8601 if it is a number; empty if it does not say. */
    String time() {
        String seconds = first(FieldNames.SECONDS);
        if (Epoch.isNumber(seconds)) {
            String micros = first(FieldNames.MICROSECONDS);
            return Instant.EPOCH
                    .plusSeconds(Long.parseLong(seconds))
                    .plus(Epoch.isNumber(micros) ? Long.parseLong(micros) : 0, ChronoUnit.MICROS)
                    .toString();
        }
        String written = writtenTime();
        Optional<Instant> counted = Epoch.of(written);
        if (counted.isPresent()) {
            return counted.get().toString();
        }
        return written.length() > LONGEST_TIME ? "" : withMicros(written);
    }

    /** By the name of its field, and where no name is known, by what it looks like; day and time may stand apart. */
    private String writtenTime() {
        String counted = fields.getOrDefault("microts", "").strip();
        if (Epoch.of(counted).isPresent()) {
            return counted;
        }
        String first = "";
        String day = "";
        for (String name : FieldNames.TIMES) {
            String value = fields.getOrDefault(name, "").strip();
            boolean whole = Epoch.of(value).isPresent() || TableCells.isTime(value);
            if (whole) {
                return value;
            }
            first = first.isEmpty() ? value : first;
            day = day.isEmpty() && DAY.matcher(value).matches() ? value : day;
        }
        String time = fields.getOrDefault("time", "").strip();
        if (!day.isEmpty() && OF_DAY.matcher(time).matches()) {
            return day + " " + time;
        }
        return first.isEmpty()
                ? fields.values().stream()
                        .map(String::strip)
                        .filter(TableCells::isTime)
                        .findFirst()
                        .orElse("")
                : first;
    }

    /** {@code sip_trace} has the microseconds in a column of their own. */
    private String withMicros(String time) {
        String micros = fields.getOrDefault("timeus", "");
        boolean whole = time.length() > 8 && time.charAt(time.length() - 3) == ':' && time.indexOf('.') < 0;
        return whole && Epoch.isNumber(micros) && micros.length() <= 6
                ? time + "." + "0".repeat(6 - micros.length()) + micros
                : time;
    }
}
