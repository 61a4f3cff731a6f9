package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code >} before each line that was sent and {@code <} before each that was received, as {@code curl -v} and those who
 * follow it print them. Without both it is a quotation, or nothing.
 */
final class SidedQuotes implements Wrapping {

    private static final String SENT = "> ";
    private static final String RECEIVED = "< ";

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!begins(rows, SENT) || !begins(rows, RECEIVED)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        String within = "";
        for (TextRow row : rows) {
            String line = row.text();
            boolean sent = isStart(line, SENT);
            if (sent || isStart(line, RECEIVED)) {
                within = sent ? SENT : RECEIVED;
                peeled.add(row.made(sent ? "- * -> ? ?" : "- ? -> * ?"));
            }
            boolean marked = !within.isEmpty() && (line.startsWith(within) || line.equals(within.strip()));
            within = marked ? within : "";
            peeled.add(marked ? row.with(line.length() < SENT.length() ? "" : line.substring(SENT.length())) : row);
        }
        return peeled;
    }

    private static boolean begins(List<TextRow> rows, String mark) {
        return rows.stream().anyMatch(row -> isStart(row.text(), mark));
    }

    private static boolean isStart(String line, String mark) {
        return line.startsWith(mark) && SipLines.isStart(line.substring(mark.length()));
    }
}
