package org.ringback.ladder;

import java.util.List;
import java.util.function.Predicate;
import org.ringback.call.Message;
import org.ringback.network.NetworkEvent;

/**
 * Everything that is drawn.
 *
 * @param columns from left to right
 * @param hidden columns that the user does not want to see
 * @param lines in order of time: the rows of messages, and between them what the network did
 * @param spans in the order in which they begin
 * @param bands in the order in which they begin
 * @param leftOut how many messages are not shown because they come from or go to a hidden column
 * @param legs how many calls are drawn together
 */
public record Ladder(
        List<Column> columns,
        List<Column> hidden,
        List<Line> lines,
        List<Span> spans,
        List<Band> bands,
        int leftOut,
        int legs) {

    public Ladder {
        columns = List.copyOf(columns);
        hidden = List.copyOf(hidden);
        lines = List.copyOf(lines);
        spans = List.copyOf(spans);
        bands = List.copyOf(bands);
    }

    /** The messages among the lines. */
    public List<Row> rows() {
        return lines.stream().filter(Row.class::isInstance).map(Row.class::cast).toList();
    }

    /** What the network did, among the lines. */
    public List<NetworkMark> marks() {
        return lines.stream()
                .filter(NetworkMark.class::isInstance)
                .map(NetworkMark.class::cast)
                .toList();
    }

    /** When its first message was: what comes before it is counted backwards. */
    public long start() {
        return lines.stream()
                .filter(Row.class::isInstance)
                .findFirst()
                .orElseGet(lines::getFirst)
                .time();
    }

    /** The index of the line that shows a message, or -1. */
    public int lineOf(Message message) {
        return lineOf(line -> line instanceof Row row && row.shows(message));
    }

    /** The index of the line that shows an event, or -1. */
    public int lineOf(NetworkEvent event) {
        return lineOf(line -> line instanceof NetworkMark mark && mark.shows(event));
    }

    private int lineOf(Predicate<Line> wanted) {
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The spans that begin at a line. */
    public List<Span> spansFrom(int line) {
        return spans.subList(firstFrom(line), firstFrom(line + 1));
    }

    private int firstFrom(int line) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).from() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The bands that begin below a line. */
    public List<Band> bandsFrom(int line) {
        return bands.stream().filter(band -> band.row() == line).toList();
    }

    /** How many lanes the spans need. */
    public int lanes() {
        return spans.stream().mapToInt(span -> span.lane() + 1).max().orElse(0);
    }
}
