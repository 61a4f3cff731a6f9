package org.ringback.statistics;

import java.util.Optional;

/**
 * How many calls there were and how they went.
 *
 * @param calls all of them, also those that are neither answered nor failed: canceled, or still being set up
 * @param answered with a 2xx to the INVITE
 * @param failed those in which somebody did not get what they asked for
 */
public record Count(int calls, int answered, int failed) {

    static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
        return new Count(calls + other.calls, answered + other.answered, failed + other.failed);
    }

    /**
     * The answer seizure ratio (ITU-T E.411): answered calls among all that were tried, from 0 to 1; nothing without calls.
     */
    public Optional<Double> answerRatio() {
        return calls == 0 ? Optional.empty() : Optional.of((double) answered / calls);
    }
}
