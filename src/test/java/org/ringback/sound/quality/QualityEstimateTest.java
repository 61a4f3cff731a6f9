package org.ringback.sound.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityEstimateTest {

    private static final Offset<Double> HUNDREDTH = within(0.005);

    /** Worked by hand from the equations of ITU-T G.107 that {@link Rating} names. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 93.20, 4.41",
        "50, 0, 92.00, 4.38",
        "177.3, 0, 88.94, 4.31",
        "200, 0, 85.90, 4.23",
        "400, 0, 59.10, 3.05",
        "0, 43.2, 50.00, 2.58",
        "0, 93.2, 0, 1",
        "1000, 95, 0, 1"
    })
    void ratesByDelayAndImpairment(double delay, double impairment, double r, double opinion) {
        Rating rating = Rating.of(delay, impairment);

        assertThat(rating.r()).isCloseTo(r, HUNDREDTH);
        assertThat(rating.opinion()).isCloseTo(opinion, HUNDREDTH);
    }

    @Test
    void opinionsLieBetweenOneAndFourAndAHalf() {
        for (double r = -20; r < 130; r += 0.5) {
            assertThat(new Rating(r).opinion()).isBetween(1.0, 4.5);
        }
    }

    @Test
    void lossTakesAwayLessWhereItIsConcealed() {
        var loss = new Loss(2, 1);

        // 95 · 2 / (2 + 4.3) and 95 · 2 / (2 + 25.1)
        assertThat(Rating.impairment(0, 4.3, loss)).isCloseTo(30.16, HUNDREDTH);
        assertThat(Rating.impairment(0, 25.1, loss)).isCloseTo(7.01, HUNDREDTH);
    }

    @Test
    void burstsAreWorseThanChance() {
        // 11 + 84 · 4 / (4 / 2 + 19)
        assertThat(Rating.impairment(11, 19, new Loss(4, 2))).isCloseTo(27.0, HUNDREDTH);
        assertThat(Rating.impairment(11, 19, new Loss(4, 1))).isCloseTo(25.61, HUNDREDTH);
    }

    @Test
    void countsTellHowBurstyLossWas() {
        assertThat(Loss.counted(10, 1000, 10).percent()).isCloseTo(1, HUNDREDTH);
        assertThat(Loss.counted(10, 1000, 10).burstiness()).isCloseTo(1, HUNDREDTH);
        assertThat(Loss.counted(20, 100, 5).burstiness()).isCloseTo(3.2, HUNDREDTH);
        assertThat(Loss.counted(5, 0, 1)).isEqualTo(Loss.NONE);
        assertThat(Loss.counted(-5, 10, 1)).isEqualTo(Loss.NONE);
        assertThat(Loss.counted(50, 10, 1)).isEqualTo(new Loss(100, 1));
    }

    @Test
    void g711LiesBetweenTheFarEndUnconcealedAndTheNearOneConcealed() {
        var estimate = (QualityEstimate.Range) QualityEstimate.of("pcmu", new Loss(2, 1));

        assertThat(estimate.highest().r()).isCloseTo(93.2 - 1.2 - 7.01, HUNDREDTH);
        assertThat(estimate.lowest().r()).isCloseTo(93.2 - 7.297 - 30.16, HUNDREDTH);
        assertThat(estimate.shortDelay()).isEqualTo(50);
        assertThat(estimate.longDelay()).isEqualTo(200);
        assertThat(estimate.assumed()).containsExactly(Equipment.G711, Equipment.G711_CONCEALED);
        assertThat(estimate.leftOut()).isEmpty();
    }

    @Test
    void whatIsNotPublishedIsLeftOutAndSaid() {
        var lossless = (QualityEstimate.Range) QualityEstimate.of("G729", Loss.NONE);
        var lossy = (QualityEstimate.Range) QualityEstimate.of("G729", new Loss(1, 1));

        assertThat(lossless.assumed()).containsExactly(Equipment.G729, Equipment.G729A_SUPPRESSED);
        assertThat(lossless.highest().r()).isCloseTo(93.2 - 1.2 - 10, HUNDREDTH);
        assertThat(lossy.assumed()).containsExactly(Equipment.G729A_SUPPRESSED);
        assertThat(lossy.leftOut()).containsExactly(Equipment.G729);
    }

    @Test
    void gsmIsRatedAsLongAsNothingIsLost() {
        assertThat(QualityEstimate.of("GSM", Loss.NONE)).isInstanceOf(QualityEstimate.Range.class);
        assertThat(QualityEstimate.of("GSM", new Loss(0.1, 1))).isEqualTo(QualityEstimate.None.LOSS_NOT_RATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opus", "G722", "AMR-WB", "EVS", "AMR", "iLBC", "SPEEX", "telephone-event", ""})
    void nobodyIsRatedOfWhomNothingIsPublished(String codec) {
        assertThat(QualityEstimate.of(codec, Loss.NONE)).isEqualTo(QualityEstimate.None.CODEC_NOT_RATED);
    }

    @ParameterizedTest
    @CsvSource({"NaN,NaN", "-1,0", "1000,-4", "Infinity,Infinity"})
    void impossibleLossIsBroughtIntoBounds(double percent, double burstiness) {
        assertThat(QualityEstimate.of("PCMA", new Loss(percent, burstiness)))
                .isInstanceOfSatisfying(QualityEstimate.Range.class, range -> {
                    assertThat(range.lowest().r())
                            .isBetween(0.0, range.highest().r());
                    assertThat(range.highest().r()).isBetween(0.0, 93.2);
                });
    }

    @Test
    void delaysMayBeSaidInAnyOrder() {
        var estimate = (QualityEstimate.Range) QualityEstimate.of("PCMA", Loss.NONE, 300, -5);

        assertThat(estimate.shortDelay()).isZero();
        assertThat(estimate.longDelay()).isEqualTo(300);
        assertThat(estimate.highest().r()).isGreaterThan(estimate.lowest().r());
    }
}
