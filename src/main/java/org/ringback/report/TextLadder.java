package org.ringback.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
    private final List<Insertion> insertions;
    private final boolean sockets;
    private final String unknown;
    private final List<String> columns;
    private int number;

    private TextLadder(
            List<Message> messages,
            Map<Message, String> letters,
            List<Insertion> insertions,
            int first,
            String unknown) {
        this.messages = messages;
        this.letters = letters;
        // Where messages have no times nobody knows between which.
        this.insertions =
                messages.stream().anyMatch(message -> message.time() == Captured.NO_TIME) ? List.of() : insertions;
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
        for (Insertion insertion : this.insertions) {
            if (!sockets && hosts.size() < MOST_COLUMNS) {
                hosts.add(insertion.source().host());
                hosts.add(insertion.destination().host());
            }
        }
        columns = List.copyOf(hosts);
    }

    /**
     * Times in seconds since the first message; messages have numbers from {@code first} on.
     *
     * @param letters of the leg of each message; empty for a call without other legs
     * @param insertions in order of time
     * @param unknown what stands for a host that nobody knows
     */
    static String of(
            List<Message> messages,
            Map<Message, String> letters,
            List<Insertion> insertions,
            int first,
            String unknown) {
        return new TextLadder(messages, letters, insertions, first, unknown).draw();
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
        Deque<Insertion> waiting = new ArrayDeque<>(insertions);
        for (Message message : messages) {
            while (!waiting.isEmpty() && waiting.getFirst().time() < message.time()) {
                lines.add(insertion(waiting.removeFirst(), drawn).stripTrailing());
            }
            lines.add((drawn ? row(message) : listed(message)).stripTrailing());
            number++;
        }
        waiting.forEach(insertion -> lines.add(insertion(insertion, drawn).stripTrailing()));
        return String.join("\n", lines) + "\n";
    }

    private static String cell(String text) {
        return text.length() >= GAP ? text.substring(0, GAP - 1) + " " : text + " ".repeat(GAP - text.length());
    }

    /** Where it begins, with a line of its own, as it is no message. */
    private String insertion(Insertion insertion, boolean drawn) {
        String margin = time(insertion.time()) + (letters.isEmpty() ? "" : " ".repeat(LEG));
        int from = column(insertion.source());
        int to = column(insertion.destination());
        String shaft = insertion.shaft().line();
        if (!drawn || from < 0 || to < 0) {
            String label = insertion.label().isEmpty() ? "" : insertion.label() + ": ";
            return margin + insertion.source().text() + " " + shaft + "> "
                    + insertion.destination().text() + "  " + label + insertion.said();
        }
        if (!insertion.label().isEmpty()) {
            return margin + lines(from, to, insertion.label(), shaft) + (from == to ? "  " : "") + insertion.said();
        }
        // What does not fit into the arrow stands behind all columns: a figure must not be cut.
        boolean fits = from == to || insertion.said().length() <= Math.abs(to - from) * GAP - 7;
        return margin
                + (fits ? lines(from, to, insertion.said(), shaft) : lines(from, to, "", shaft) + insertion.said());
    }

    /** Media have ports of their own, and go to the first socket of their host. */
    private int column(Endpoint endpoint) {
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column);
            if (name.equals(endpoint.host()) || (sockets && name.equals(socket(endpoint.host())))) {
                return column;
            }
        }
        return -1;
    }

    private String socket(String host) {
        return messages.stream()
                .map(Message::captured)
                .flatMap(captured -> Stream.of(captured.source(), captured.destination()))
                .filter(endpoint -> endpoint.host().equals(host))
                .findFirst()
                .map(Endpoint::text)
                .orElse("");
    }

    private String time(Message message) {
        return time(message.time());
    }

    private String time(long time) {
        long start = messages.getFirst().time();
        if (time == Captured.NO_TIME || start == Captured.NO_TIME) {
            return " ".repeat(TIME);
        }
        String seconds = String.format(Locale.ROOT, "%.3f", (time - start) / 1e6);
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
        return margin(message) + lines(from, to, label(message), "-");
    }

    /** An arrow between two columns, and the lines of the others. */
    private String lines(int from, int to, String label, String shaft) {
        int left = Math.min(from, to);
        int right = Math.max(from, to);
        var row = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            if (i < left || i >= right) {
                row.append(cell("|"));
            } else if (i == left) {
                row.append('|').append(arrow(label, (right - left) * GAP - 1, from < to, shaft));
            }
        }
        return left == right ? row.append(' ').append(label).toString() : row.toString();
    }

    private static String arrow(String label, int width, boolean forward, String shaft) {
        String shown = label.length() > width - 6 ? label.substring(0, width - 6) : label;
        String line = shown.isEmpty()
                ? shaft.repeat(width - 1)
                : shaft.repeat(2) + " " + shown + " " + shaft.repeat(width - 5 - shown.length());
        return forward ? line + ">" : "<" + line;
    }
}
