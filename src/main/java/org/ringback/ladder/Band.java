package org.ringback.ladder;

import java.util.List;
import org.ringback.flow.CallStream;

/**
 * A stream of media between two columns, from its first to its last packet. Its places among the rows are told by numbers: the
 * whole part is the row above, and the rest how much of the time to the next row has passed.
 *
 * @param leg which of the legs it belongs to, from 0
 * @param from index of the sender's column
 * @param to index of the receiver's column; the same as {@code from} within one host
 * @param begin the place of its first packet
 * @param end the place of its last packet
 * @param holes where packets are lost, in order
 * @param lane bands that reach a column from the same side do not overlap in one lane; from 0, next to the column
 */
public record Band(CallStream stream, int leg, int from, int to, double begin, double end, List<Hole> holes, int lane) {

    /** So many bands may reach a column from one side at a time. */
    static final int MOST_LANES = 4;

    public Band {
        holes = List.copyOf(holes);
    }

    /** Packets that should have come and did not. */
    public record Hole(double begin, double end, long lost) {}

    /** The row below which it begins. */
    public int row() {
        return (int) begin;
    }

    /** Whether some of it is seen between the row above a row and the one below it. */
    public boolean touches(int row) {
        return row() <= row && row <= Math.ceil(end);
    }

    /** Where its sender is, seen from its receiver: -1 at the left, 1 at the right. */
    public int side() {
        return from < to ? -1 : 1;
    }
}
