package org.ringback.ladder;

import java.util.List;
import org.ringback.call.Message;

/**
 * Everything that is drawn.
 *
 * @param columns from left to right
 * @param hidden columns that the user does not want to see
 * @param rows in order of time
 * @param spans in the order in which they begin
 * @param bands in the order in which they begin
 * @param leftOut how many messages are not shown because they come from or go to a hidden column
 * @param legs how many calls are drawn together
 */
public record Ladder(
        List<Column> columns,
        List<Column> hidden,
        List<Row> rows,
        List<Span> spans,
        List<Band> bands,
        int leftOut,
        int legs) {

    public Ladder {
        columns = List.copyOf(columns);
        hidden = List.copyOf(hidden);
        rows = List.copyOf(rows);
        spans = List.copyOf(spans);
        bands = List.copyOf(bands);
    }

    /** The index of the row that shows a message, or -1. */
    public int rowOf(Message message) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).shows(message)) {
                return i;
            }
        }
        return -1;
    }

    /** The spans that begin at a row. */
    public List<Span> spansFrom(int row) {
        return spans.subList(firstFrom(row), firstFrom(row + 1));
    }

    private int firstFrom(int row) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).from() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The bands that begin below a row. */
    public List<Band> bandsFrom(int row) {
        return bands.stream().filter(band -> band.row() == row).toList();
    }

    /** How many lanes the spans need. */
    public int lanes() {
        return spans.stream().mapToInt(span -> span.lane() + 1).max().orElse(0);
    }
}
