package org.ringback.statistics;

import java.time.Duration;
import java.util.List;

/**
 * How durations are spread over calls. Percentiles by nearest rank: each is a duration that some call had.
 *
 * @param calls how many calls have one
 * @param median half of the calls took no longer
 * @param ninety nine of ten calls took no longer
 * @param ninetyFive nineteen of twenty calls took no longer
 */
public record Spread(int calls, Duration median, Duration ninety, Duration ninetyFive, Duration longest) {

    /** Of at least one duration, in any order. */
    static Spread of(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return new Spread(sorted.size(), at(sorted, 50), at(sorted, 90), at(sorted, 95), sorted.getLast());
    }

    private static Duration at(List<Duration> sorted, int percent) {
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
