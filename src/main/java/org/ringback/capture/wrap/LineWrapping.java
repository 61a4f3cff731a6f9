package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/** A wrapping that is taken off line by line. */
abstract class LineWrapping implements Wrapping {

    /** Whether it is there at all. */
    abstract boolean isAround(List<TextRow> rows);

    /** The line without it. */
    abstract String peel(String line);

    @SuppressWarnings("ReferenceEquality")
    @Override
    public final List<TextRow> peel(List<TextRow> rows) {
        if (!isAround(rows)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        boolean changed = false;
        for (TextRow row : rows) {
            TextRow without = row.with(peel(row.text()));
            // The same row again: nothing was taken off.
            changed |= without != row;
            peeled.add(without);
        }
        return changed ? peeled : rows;
    }
}
