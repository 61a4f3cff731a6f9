package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.DamagedPlaces.Cost;

/** One damaged place costs what was hit and its neighbor at most, and is told. Some places; all are for the campaign. */
class DamagedPlacesTest {

    /** Prime, so that places are met at all distances from the begin of a record. */
    private static final int SELDOM = 509;

    static Stream<Arguments> damages() {
        return DamageCampaign.FILES.stream()
                .flatMap(file -> Stream.of(Damage.values()).map(damage -> Arguments.of(file, damage)));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void oneDamagedPlaceCostsItsNeighborAtMost(String file, Damage damage) {
        List<Cost> costs = new ArrayList<>();
        DamagedPlaces.of(DamageCampaign.FOLDER.resolve(file)).each(damage, damage.first(), SELDOM, costs::add);
        assertThat(costs).allSatisfy(cost -> {
            assertThat(cost.missing()).hasSizeLessThanOrEqualTo(1);
            assertThat(cost.silent()).isFalse();
        });
    }
}
