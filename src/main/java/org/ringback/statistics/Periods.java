package org.ringback.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stretches of time that are equally long, without a gap between the first call and the last.
 *
 * @param length such as people read on a clock: between a second and a week, or the years it takes
 * @param all in order of time; empty if no call has a date
 */
public record Periods(Duration length, List<Period> all) {

    /** More cannot be told apart at a glance. */
    private static final int MOST = 30;

    private static final long SECOND = 1_000_000;
    private static final List<Duration> LENGTHS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    /** One call for each period. */
    record Dated(long start, Count count) {}

    public Periods {
        all = List.copyOf(all);
    }

    /**
     * Puts calls into periods that begin where clocks in the zone show a whole hour or minute.
     *
     * @param zone its offset at the first call counts for all
     */
    static Periods of(List<Dated> calls, ZoneId zone) {
        if (calls.isEmpty()) {
            return new Periods(LENGTHS.getFirst(), List.of());
        }
        long first = calls.stream().mapToLong(Dated::start).min().orElseThrow();
        long last = calls.stream().mapToLong(Dated::start).max().orElseThrow();
        long offset = SECOND
                * zone.getRules()
                        .getOffset(Instant.EPOCH.plus(first, ChronoUnit.MICROS))
                        .getTotalSeconds();
        Duration length = Stream.concat(
                        LENGTHS.stream(), Stream.iterate(Duration.ofDays(30), longer -> longer.multipliedBy(4)))
                .filter(candidate -> number(last, candidate, offset) - number(first, candidate, offset) < MOST)
                .findFirst()
                .orElseThrow();
        long begin = number(first, length, offset);
        var counts = new Count[(int) (number(last, length, offset) - begin) + 1];
        Arrays.fill(counts, Count.NONE);
        for (Dated call : calls) {
            int place = (int) (number(call.start(), length, offset) - begin);
            counts[place] = counts[place].plus(call.count());
        }
        var all = new ArrayList<Period>();
        for (int place = 0; place < counts.length; place++) {
            all.add(new Period((begin + place) * micros(length) - offset, counts[place]));
        }
        return new Periods(length, all);
    }

    private static long number(long time, Duration length, long offset) {
        return Math.floorDiv(time + offset, micros(length));
    }

    private static long micros(Duration length) {
        return length.toSeconds() * SECOND;
    }
}
