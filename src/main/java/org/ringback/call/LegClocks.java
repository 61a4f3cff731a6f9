package org.ringback.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringback.capture.wire.Captured;

/**
 * How far apart the clocks of several captures are, as far as their calls show: if one leg was captured here and the next one
 * there, what passes between their beginnings is nearly the same in every call.
 */
final class LegClocks {

    /** Captures whose times are right. */
    static final LegClocks RIGHT = new LegClocks(Map.of());

    /** Beyond that nobody could tell one call from the next; the user may correct a clock. Microseconds. */
    private static final long FARTHEST = 10_000_000;

    /** What a B2BUA needs to go on differs by less than that from call to call. */
    private static final long NARROW = 100_000;

    /** What it usually needs. */
    private static final long USUAL = 30_000;

    /** Less than that is no wrong clock but a slow B2BUA. */
    private static final long SLOW = 500_000;

    private static final int MOST_NEIGHBORS = 8;
    private static final int FEWEST = 3;

    /** By how much the clock of a file is ahead. */
    private final Map<Integer, Long> ahead;

    private LegClocks(Map<Integer, Long> ahead) {
        this.ahead = ahead;
    }

    /** When a message was captured by the clock of the first file. */
    long time(Message message) {
        long time = message.time();
        return time == Captured.NO_TIME || ahead.isEmpty()
                ? time
                : time - ahead.getOrDefault(message.captured().file(), 0L);
    }

    boolean right() {
        return ahead.isEmpty();
    }

    private record Files(int first, int next) {}

    /** Of legs with the times of their files. */
    static LegClocks of(List<LegTraits> legs) {
        int first = legs.isEmpty() ? 0 : legs.getFirst().file();
        if (legs.stream().allMatch(leg -> leg.file() == first)) {
            return RIGHT;
        }
        Map<Files, List<Long>> apart = new HashMap<>();
        Map<String, List<LegTraits>> byKey = new HashMap<>();
        legs.stream()
                .filter(LegTraits::timed)
                .forEach(leg -> leg.named()
                        .forEach(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>(2))
                                .add(leg)));
        byKey.values().forEach(same -> compare(same, apart));
        return new LegClocks(chained(apart));
    }

    private static void compare(List<LegTraits> same, Map<Files, List<Long>> apart) {
        for (int i = 0; i < same.size(); i++) {
            LegTraits leg = same.get(i);
            for (int j = Math.max(0, i - MOST_NEIGHBORS); j < Math.min(same.size(), i + MOST_NEIGHBORS); j++) {
                LegTraits other = same.get(j);
                long passed = other.start() - leg.start();
                if (leg.file() != other.file()
                        && Math.abs(passed) <= FARTHEST
                        && LegFit.elsewhere(leg, other)
                        && other.continues(leg)) {
                    apart.computeIfAbsent(new Files(leg.file(), other.file()), _ -> new ArrayList<>())
                            .add(passed);
                }
            }
        }
    }

    /** From file to file, each by the one before it. */
    private static Map<Integer, Long> chained(Map<Files, List<Long>> apart) {
        Map<Integer, Long> steps = new TreeMap<>();
        Map<Integer, Long> ahead = new HashMap<>();
        apart.keySet().stream().map(Files::first).forEach(file -> steps.put(file, 0L));
        apart.keySet().stream().map(Files::next).forEach(file -> steps.put(file, 0L));
        List<Integer> files = new ArrayList<>(steps.keySet());
        for (int next : files) {
            for (int before : files) {
                if (before < next && !ahead.containsKey(next)) {
                    long there = usual(apart.getOrDefault(new Files(before, next), List.of()));
                    long back = usual(apart.getOrDefault(new Files(next, before), List.of()));
                    long step = there == 0 ? -back : there;
                    if (step != 0) {
                        ahead.put(next, ahead.getOrDefault(before, 0L) + step);
                    }
                }
            }
        }
        return ahead;
    }

    /** What a clock is ahead if so much passes between two legs in most calls; 0 if that is no wonder, or cannot be told. */
    private static long usual(List<Long> passed) {
        long[] sorted = passed.stream().mapToLong(Long::longValue).sorted().toArray();
        int most = 0;
        int begin = 0;
        int low = 0;
        for (int high = 0; high < sorted.length; high++) {
            while (sorted[high] - sorted[low] > NARROW) {
                low++;
            }
            if (high - low + 1 > most) {
                most = high - low + 1;
                begin = low;
            }
        }
        double byChance = sorted.length * (double) NARROW / (2 * FARTHEST);
        if (most < FEWEST || most < 5 * byChance) {
            return 0;
        }
        long middle = sorted[begin + most / 2];
        return middle >= 0 && middle < SLOW ? 0 : middle - USUAL;
    }
}
