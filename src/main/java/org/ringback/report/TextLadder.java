package org.ringback.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.sip.Printable;

/** The ladder of a call with its legs in characters of equal width, for a ticket. Columns are hosts, or sockets if one host talks to itself. */
final class TextLadder {

    private static final int GAP = 34;
    private static final int TIME = 10;
    private static final int LEG = 3;

    /** More would not fit a line; then every message is a line of its own. */
    private static final int MOST_COLUMNS = 5;

    private final List<Message> messages;
    private final Map<Message, String> letters;
    private final boolean sockets;
    private final String unknown;
    private final List<String> columns;
    private int number;

    private TextLadder(List<Message> messages, Map<Message, String> letters, int first, String unknown) {
        this.messages = messages;
        this.letters = letters;
        this.number = first;
        this.unknown = unknown;
        this.sockets = messages.stream()
                .map(Message::captured)
                .anyMatch(message ->
                        message.source().host().equals(message.destination().host()));
        var hosts = new LinkedHashSet<String>();
        for (Message message : messages) {
            hosts.add(column(message.captured().source(), unknown + " "));
            hosts.add(column(message.captured().destination(), " " + unknown));
        }
        columns = List.copyOf(hosts);
    }

    /**
     * Times in seconds since the first message; messages have numbers from {@code first} on.
     *
     * @param letters of the leg of each message; empty for a call without other legs
     * @param unknown what stands for a host that nobody knows
     */
    static String of(List<Message> messages, Map<Message, String> letters, int first, String unknown) {
        return new TextLadder(messages, letters, first, unknown).draw();
    }

    private String column(Endpoint endpoint, String otherwise) {
        if (endpoint.host().isEmpty()) {
            return otherwise;
        }
        return sockets ? endpoint.text() : endpoint.host();
    }

    private String draw() {
        List<String> lines = new ArrayList<>();
        boolean drawn = columns.size() <= MOST_COLUMNS;
        if (drawn) {
            var head = new StringBuilder(" ".repeat(letters.isEmpty() ? TIME : TIME + LEG));
            columns.forEach(name -> head.append(cell(Printable.of(name.strip()))));
            lines.add(head.toString().stripTrailing());
        }
        for (Message message : messages) {
            lines.add((drawn ? row(message) : listed(message)).stripTrailing());
            number++;
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cell(String text) {
        return text.length() >= GAP ? text.substring(0, GAP - 1) + " " : text + " ".repeat(GAP - text.length());
    }

    private String time(Message message) {
        long start = messages.getFirst().time();
        if (message.time() == Captured.NO_TIME || start == Captured.NO_TIME) {
            return " ".repeat(TIME);
        }
        String seconds = String.format(Locale.ROOT, "%.3f", (message.time() - start) / 1e6);
        return seconds + " ".repeat(Math.max(1, TIME - seconds.length()));
    }

    /** What stands before the columns. */
    private String margin(Message message) {
        String letter = letters.getOrDefault(message, "");
        return time(message) + letter + (letter.isEmpty() ? "" : " ".repeat(Math.max(1, LEG - letter.length())));
    }

    private String label(Message message) {
        return number + " " + message.name() + (message.retransmission() ? " *" : "");
    }

    private String listed(Message message) {
        var captured = message.captured();
        return margin(message) + column(captured.source(), unknown) + " -> " + column(captured.destination(), unknown)
                + "  " + label(message);
    }

    private String row(Message message) {
        int from = columns.indexOf(column(message.captured().source(), unknown + " "));
        int to = columns.indexOf(column(message.captured().destination(), " " + unknown));
        int left = Math.min(from, to);
        int right = Math.max(from, to);
        var row = new StringBuilder(margin(message));
        for (int i = 0; i < columns.size(); i++) {
            if (i < left || i >= right) {
                row.append(cell("|"));
            } else if (i == left) {
                row.append('|').append(arrow(label(message), (right - left) * GAP - 1, from < to));
            }
        }
        return left == right ? row.append(' ').append(label(message)).toString() : row.toString();
    }

    private static String arrow(String label, int width, boolean forward) {
        String shown = label.length() > width - 6 ? label.substring(0, width - 6) : label;
        String shaft = "-- " + shown + " " + "-".repeat(width - 5 - shown.length());
        return forward ? shaft + ">" : "<" + shaft;
    }
}
