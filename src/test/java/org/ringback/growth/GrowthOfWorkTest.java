package org.ringback.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringback.BesideOthers;

/**
 * Twice as much of anything is about twice the work. Counted are steps of the program and not the time, which other programs
 * share.
 */
@BesideOthers
class GrowthOfWorkTest {

    /** Sorting, and limits that are not quite reached, cost a little more; a square would be 4. */
    private static final double MOST = 2.6;

    private static Method counting;

    /** One thread, parallel streams included: who shares a counter waits for it more than it counts. */
    private static final ForkJoinPool ONE = new ForkJoinPool(1);

    @AfterAll
    static void end() {
        ONE.close();
    }

    /** The classes are changed once for all floods. */
    @BeforeAll
    static void count() throws ReflectiveOperationException {
        counting = new CountingLoader().loadClass(Examination.class.getName()).getMethod("of", String.class, int.class);
    }

    @ParameterizedTest
    @EnumSource
    void twiceAsMuchIsTwiceTheWork(Flood flood) throws Exception {
        // What is done once for all does not count.
        steps(flood, 3);
        long once = steps(flood, flood.many());
        long twice = steps(flood, 2 * flood.many());

        assertThat(once).isGreaterThan(flood.many());
        assertThat((double) twice / once).as("%,d and %,d steps", once, twice).isLessThan(MOST);
    }

    private static long steps(Flood flood, int number) throws ExecutionException, InterruptedException {
        return ONE.submit(() -> (long) counting.invoke(null, flood.name(), number))
                .get();
    }
}
