package org.ringback.media;

/**
 * Follows the sequence numbers of a stream: what was lost, came late, or came twice (RFC 3550, appendix A.1). A number counts as
 * lost only when {@value #WINDOW} later ones have come without it, so that a packet that was overtaken is late and not lost.
 */
final class SequenceMeter {

    private static final int WINDOW = 256;

    /** A jump farther ahead than this is a new beginning (MAX_DROPOUT of RFC 3550). */
    static final int FARTHEST = 3000;

    private static final int MODULUS = 1 << 16;

    /** What a packet was. */
    enum Place {
        /** The one that was expected. */
        NEXT,
        /** Some before it are missing so far. */
        AHEAD,
        /** Later ones came before it. */
        LATE,
        DUPLICATE,
        /** It fits nowhere; if the next one follows it, the numbers have begun anew. */
        ASTRAY,
        /** The numbers have begun anew with the packet before it. */
        RESTART
    }

    /** Which of the last numbers have come, by number modulo the size. */
    private final long[] come = new long[WINDOW / Long.SIZE];

    private long first;
    private long highest = -1;
    private int astray = -1;
    private long expectedBefore;
    private long lost;
    private long missing;
    private long run;
    private long runs;
    private long longestRun;
    private long duplicates;
    private long late;
    private long restarts;

    /** How far a number is ahead of the highest so far, modulo 65536; 0 at the beginning. */
    int ahead(int sequence) {
        return highest < 0 ? 0 : (sequence - (int) highest) & (MODULUS - 1);
    }

    Place add(int sequence) {
        if (highest < 0) {
            begin(sequence);
            return Place.NEXT;
        }
        int ahead = ahead(sequence);
        if (ahead == 0) {
            duplicates++;
            return Place.DUPLICATE;
        }
        if (ahead < FARTHEST) {
            advance(highest + ahead);
            astray = -1;
            return ahead == 1 ? Place.NEXT : Place.AHEAD;
        }
        int behind = MODULUS - ahead;
        if (behind < WINDOW) {
            return late(highest - behind);
        }
        if (sequence == astray) {
            restart(sequence);
            return Place.RESTART;
        }
        astray = (sequence + 1) & (MODULUS - 1);
        return Place.ASTRAY;
    }

    /** So many more that each were the next one. */
    void same(int count) {
        for (long number = highest + 1; number <= highest + Math.min(count, WINDOW); number++) {
            settle(number - WINDOW);
            set(number);
        }
        // What else leaves the window has come with these.
        run = count > WINDOW ? 0 : run;
        highest += count;
    }

    private void begin(int sequence) {
        first = sequence + (long) MODULUS;
        highest = first;
        for (int word = 0; word < come.length; word++) {
            come[word] = -1;
        }
    }

    /** The numbers begin anew with this one, however near it is to the last. */
    Place beginAnew(int sequence) {
        settle();
        expectedBefore += highest - first + 1;
        restarts++;
        astray = -1;
        begin(sequence);
        return Place.RESTART;
    }

    /** The packet before was the first of the new numbers. */
    private void restart(int sequence) {
        beginAnew((sequence - 1) & (MODULUS - 1));
        advance(highest + 1);
    }

    private void advance(long to) {
        for (long number = highest + 1; number <= to; number++) {
            settle(number - WINDOW);
            unset(number);
        }
        missing += to - highest - 1;
        set(to);
        highest = to;
    }

    private Place late(long number) {
        if (number < first) {
            // What lies between is missing as long as it does not come.
            for (long between = number + 1; between < first; between++) {
                unset(between);
            }
            missing += first - number - 1;
            first = number;
            late++;
            return Place.LATE;
        }
        if (has(number)) {
            duplicates++;
            return Place.DUPLICATE;
        }
        set(number);
        late++;
        missing--;
        return Place.LATE;
    }

    /** Whether a number that leaves the window has come. */
    private void settle(long number) {
        if (has(number)) {
            run = 0;
        } else {
            lost++;
            run++;
            runs += run == 1 ? 1 : 0;
            longestRun = Math.max(longestRun, run);
        }
    }

    /** No more of these numbers come: those of the window that are missing are lost. */
    private void settle() {
        for (long number = highest - WINDOW + 1; number <= highest; number++) {
            settle(number);
            set(number);
        }
    }

    private boolean has(long number) {
        return (come[word(number)] & 1L << number) != 0;
    }

    private void set(long number) {
        come[word(number)] |= 1L << number;
    }

    private void unset(long number) {
        come[word(number)] &= ~(1L << number);
    }

    private static int word(long number) {
        return (int) (number & (WINDOW - 1)) / Long.SIZE;
    }

    /** How many numbers lie between the first and the last one, so far. */
    long expected() {
        return expectedBefore + highest - first + 1;
    }

    /** So far; those of the last numbers that may still come do not count. */
    long lost() {
        return lost;
    }

    /** How many have not come by now, those included that may still come late; in the end as many as are lost. */
    long missing() {
        return missing;
    }

    /**
     * What was lost if nothing more comes. More may come all the same.
     *
     * @param copies how many of the duplicates are none, but were captured twice
     */
    MediaStream.Loss measured(long copies) {
        long missing = lost;
        long holes = runs;
        long hole = run;
        long longest = longestRun;
        for (long number = highest - WINDOW + 1; number <= highest; number++) {
            boolean come = has(number);
            missing += come ? 0 : 1;
            holes += !come && hole == 0 ? 1 : 0;
            hole = come ? 0 : hole + 1;
            longest = Math.max(longest, hole);
        }
        return new MediaStream.Loss(expected(), missing, holes, longest, duplicates - copies, late, restarts);
    }
}
