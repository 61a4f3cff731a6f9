package org.ringback.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What network and sender did to the numbers of a stream. */
record Worsened(List<Long> arrivals, long expected, long lost, long holes, long longest, long late, long twice) {

    static Worsened of(SplittableRandom random, long first) {
        record Sent(long number, double when) {}
        List<Sent> sent = new ArrayList<>();
        int spread = 1 + random.nextInt(200);
        double reordered = random.nextDouble(0.2);
        double doubled = random.nextDouble(0.1);
        double dropped = random.nextDouble(0.3);
        long number = first;
        for (int i = 0; i < 1000; i++) {
            number += random.nextDouble() < dropped ? 1 + random.nextInt(random.nextInt(20) == 0 ? 100 : 4) : 1;
            double late = random.nextDouble() < reordered ? random.nextDouble(spread) : 0;
            sent.add(new Sent(number, number + late));
            if (random.nextDouble() < doubled) {
                sent.add(new Sent(number, number + random.nextDouble(spread)));
            }
        }
        sent.sort(Comparator.comparingDouble(Sent::when));
        return of(sent.stream().map(Sent::number).toList());
    }

    static Worsened of(List<Long> arrivals) {
        Set<Long> come = new HashSet<>();
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        long late = 0;
        long twice = 0;
        for (long number : arrivals) {
            if (!come.add(number)) {
                twice++;
            } else if (number < highest) {
                late++;
            }
            highest = Math.max(highest, number);
            lowest = Math.min(lowest, number);
        }
        long holes = 0;
        long longest = 0;
        long hole = 0;
        for (long number = lowest; number <= highest; number++) {
            hole = come.contains(number) ? 0 : hole + 1;
            holes += hole == 1 ? 1 : 0;
            longest = Math.max(longest, hole);
        }
        long expected = highest - lowest + 1;
        return new Worsened(arrivals, expected, expected - come.size(), holes, longest, late, twice);
    }
}
