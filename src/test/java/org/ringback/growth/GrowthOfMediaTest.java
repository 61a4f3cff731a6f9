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

/** Twice as many streams, ports or reports are about twice the work, counted as in {@link GrowthOfWorkTest}. */
@BesideOthers
class GrowthOfMediaTest {

    private static final int MANY = 1200;

    /** As for messages; a square would be 4. */
    private static final double MOST = 2.6;

    private static Method counting;

    /** One thread, as there. */
    private static final ForkJoinPool ONE = new ForkJoinPool(1);

    @AfterAll
    static void end() {
        ONE.close();
    }

    @BeforeAll
    static void count() throws ReflectiveOperationException {
        counting = new CountingLoader()
                .loadClass(MediaExamination.class.getName())
                .getMethod("of", String.class, int.class);
    }

    @ParameterizedTest
    @EnumSource
    void twiceAsMuchIsTwiceTheWork(MediaFlood flood) throws Exception {
        steps(flood, 3);
        long once = steps(flood, MANY);
        long twice = steps(flood, 2 * MANY);

        assertThat(once).isGreaterThan(MANY);
        assertThat((double) twice / once).as("%,d and %,d steps", once, twice).isLessThan(MOST);
    }

    private static long steps(MediaFlood flood, int number) throws ExecutionException, InterruptedException {
        return ONE.submit(() -> (long) counting.invoke(null, flood.name(), number))
                .get();
    }
}
