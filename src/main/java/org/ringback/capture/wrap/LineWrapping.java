package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** A wrapping that is taken off line by line. */
abstract class LineWrapping implements Wrapping {

    /** Whether it is there at all. */
    abstract boolean isAround(List<Row> rows);

    /** The line without it. */
    abstract String peel(String line);

    @Override
    public final List<Row> peel(List<Row> rows) {
        if (!isAround(rows)) {
            return rows;
        }
        List<Row> peeled = new ArrayList<>(rows.size());
        boolean changed = false;
        for (Row row : rows) {
            Row without = row.with(peel(row.text()));
            changed |= without != row;
            peeled.add(without);
        }
        return changed ? peeled : rows;
    }
}
