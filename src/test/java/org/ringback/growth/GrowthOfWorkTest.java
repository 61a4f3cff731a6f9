package org.ringback.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
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

    /** The classes are changed once for all floods. */
    @BeforeAll
    static void count() throws ReflectiveOperationException {
        counting = new CountingLoader().loadClass(Examination.class.getName()).getMethod("of", String.class, int.class);
    }

    @ParameterizedTest
    @EnumSource
    void twiceAsMuchIsTwiceTheWork(Flood flood) throws ReflectiveOperationException {
        // What is done once for all does not count.
        counting.invoke(null, flood.name(), 3);
        long once = (long) counting.invoke(null, flood.name(), flood.many());
        long twice = (long) counting.invoke(null, flood.name(), 2 * flood.many());

        assertThat(once).isGreaterThan(flood.many());
        assertThat((double) twice / once).as("%,d and %,d steps", once, twice).isLessThan(MOST);
    }
}
