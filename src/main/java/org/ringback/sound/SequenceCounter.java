package org.ringback.sound;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Counts on where sequence numbers of 16 bits begin anew (RFC 3550, appendix A.1), and knows which were there. */
final class SequenceCounter {

    /** A leap of more is another beginning, not loss (RFC 3550, appendix A.1, MAX_DROPOUT). */
    static final int LARGEST_LEAP = 3000;

    private static final int ROUND = 1 << 16;

    private final Set<Long> seen = new HashSet<>();
    private long highest = -1;

    /** All that were seen, in order; made when it is first asked for. */
    private long[] sorted = {};

    /** The number of a packet, counted on; negative if the packet was there before. */
    long next(int sequence) {
        long number = highest < 0 ? sequence + ROUND : highest + (short) (sequence - highest);
        if (number < highest - LARGEST_LEAP) {
            number = (highest / ROUND + 1) * ROUND + sequence;
        }
        highest = Math.max(highest, number);
        return seen.add(number) ? number : -1;
    }

    /** Whether no packet with a higher number has come. */
    boolean isHighest(long number) {
        return number == highest;
    }

    /** How many packets between two that came never did; none if they are too far apart to be of one count. */
    int missing(long before, long after) {
        if (after - before < 2 || after - before > LARGEST_LEAP) {
            return 0;
        }
        if (sorted.length != seen.size()) {
            sorted = seen.stream().mapToLong(Long::longValue).sorted().toArray();
        }
        int between = Arrays.binarySearch(sorted, after) - Arrays.binarySearch(sorted, before) - 1;
        return (int) (after - before) - 1 - between;
    }
}
