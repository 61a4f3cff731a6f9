package org.ringback.ladder;

import java.util.List;
import java.util.Set;

/**
 * How the user wants it.
 *
 * @param folded whether retransmissions are folded into the message that they repeat
 * @param order ids of columns from left to right; columns that are not named follow as they appear
 * @param hidden ids of columns that are not shown, nor any arrow to or from them
 * @param streams whether streams of media are shown
 */
public record Arrangement(Grouping grouping, boolean folded, List<String> order, Set<String> hidden, boolean streams) {

    public Arrangement {
        order = List.copyOf(order);
        hidden = Set.copyOf(hidden);
    }

    /** Everything in the order of its appearance. */
    public static Arrangement by(Grouping grouping, boolean folded) {
        return new Arrangement(grouping, folded, List.of(), Set.of(), true);
    }
}
