package org.ringback.capture.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeftoversTest {

    private static final long LITTLE = Leftovers.WORTH / 4;

    private long kept;
    private long garbage;
    private int collections;

    private final Leftovers leftovers = new Leftovers(() -> kept + garbage, () -> {
        collections++;
        garbage = 0;
    });

    @Test
    void whatIsForgottenDoesNotPileUp() {
        long most = 0;
        for (int round = 0; round < 1000; round++) {
            garbage += LITTLE;
            leftovers.forgotten();
            most = Math.max(most, garbage);
        }

        assertThat(most).isLessThan(Leftovers.WORTH);
        assertThat(collections).isEqualTo(250);
    }

    @Test
    void littleIsNotWorthACollection() {
        garbage = Leftovers.WORTH - 1;
        leftovers.forgotten();

        assertThat(collections).isZero();
    }

    @Test
    void theMoreIsKeptTheLessOftenItIsLookedThrough() {
        kept = 100 * Leftovers.WORTH;
        for (int round = 0; round < 1000; round++) {
            garbage += LITTLE;
            leftovers.forgotten();
        }

        assertThat(collections).isBetween(2, 6);
    }
}
