package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each sign has its place, wherever its name leads. */
class KnownSignsTest {

    private final KnownSigns signs =
            new KnownSigns(new int[] {7, Integer.MAX_VALUE, -1, 0, 7, Integer.MIN_VALUE, 1 << 20, -1});

    @Test
    void eachIsKeptOnce() {
        assertThat(signs.count()).isEqualTo(6);
    }

    @Test
    void placesAreInTheOrderOfTheNames() {
        assertThat(new int[] {Integer.MIN_VALUE, -1, 0, 7, 1 << 20, Integer.MAX_VALUE})
                .satisfies(names -> {
                    for (int i = 0; i < names.length; i++) {
                        assertThat(signs.place(names[i]))
                                .as("place of %d", names[i])
                                .isEqualTo(i);
                    }
                });
    }

    @Test
    void anotherOneHasNoPlace() {
        assertThat(signs.place(8)).as("beside one that is known").isNegative();
        assertThat(signs.place(1 << 30)).as("where none begins so").isNegative();
        assertThat(new KnownSigns(new int[0]).place(7))
                .as("where none is known")
                .isNegative();
    }
}
