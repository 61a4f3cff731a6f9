package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What takes longer the more there is may not be done again for every few. */
class GrowthTest {

    @Test
    void theFirstIsEnoughAndThenAlwaysMore() {
        var growth = new Growth(1.5);
        assertThat(growth.by(10)).isTrue();
        assertThat(growth.by(4)).isFalse();
        assertThat(growth.by(1)).isTrue();
        assertThat(growth.by(7)).isFalse();
        assertThat(growth.by(1)).isTrue();
    }

    @Test
    void nothingIsNotEnough() {
        assertThat(new Growth(1.5).by(0)).isFalse();
    }

    @Test
    void aHundredThousandByHundredsAreEnoughAFewTimes() {
        var growth = new Growth(1.3);
        assertThat(IntStream.range(0, 1000).filter(_ -> growth.by(100)).count()).isBetween(10L, 40L);
    }
}
