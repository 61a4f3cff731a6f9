package org.ringback.ladder;

import java.time.Duration;
import java.util.Optional;

/**
 * A timer or a wait, drawn beside the rows.
 *
 * @param from index of the row where it begins
 * @param to index of the row where it ends, or of the last row that falls into it; the same as {@code from} if it is
 *     folded into one row
 * @param lasted how long it took, if the clock tells and if something ended it
 * @param limit how long it may take, for kinds that have a limit
 * @param ranOut whether the limit was reached
 * @param repeats how many times a message was sent again meanwhile
 * @param lane spans in one lane do not overlap; from 0
 */
public record Span(
        SpanKind kind,
        int from,
        int to,
        Optional<Duration> lasted,
        Optional<Duration> limit,
        boolean ranOut,
        int repeats,
        int lane) {

    /** So many spans may stand side by side; more than these would explain nothing. */
    public static final int MOST_LANES = 4;

    /** Whether it tells of a failure: nobody came in time, or someone came back too early. */
    public boolean alarming() {
        return kind == SpanKind.RETRY_AFTER ? to > from && !ranOut : ranOut;
    }
}
