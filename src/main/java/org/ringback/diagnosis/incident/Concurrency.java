package org.ringback.diagnosis.incident;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.ringback.call.Call;
import org.ringback.capture.wire.Captured;

/** How many of some calls were up, that is answered and not over, at any time; joint calls count once. */
final class Concurrency {

    private final long[] answers;
    private final long[] ends;

    /** Takes calls in the order in which the first leg of each is the one that counts. */
    Concurrency(List<Struck> calls) {
        Set<Call> counted = new HashSet<>();
        List<Struck> answered = calls.stream()
                .filter(struck -> struck.answered() != Captured.NO_TIME && counted.add(struck.first()))
                .toList();
        this.answers = sorted(answered, Struck::answered);
        this.ends = sorted(answered, Struck::over);
    }

    private static long[] sorted(List<Struck> answered, ToLongFunction<Struck> time) {
        long[] times = answered.stream().mapToLong(time).toArray();
        Arrays.sort(times);
        return times;
    }

    /** How many were up at a time, in microseconds since 1970. */
    int up(long time) {
        return notAfter(answers, time) - notAfter(ends, time);
    }

    private static int notAfter(long[] sorted, long time) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
