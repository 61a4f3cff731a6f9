package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Endpoint;

/** How the clock of a sender runs beside that of the capture. */
class DriftTest {

    private static final long BEGIN = 1_795_341_600_000_000L;

    private final Datagrams datagrams = new Datagrams(0);
    private final Talker alice =
            new Talker(datagrams, new Endpoint("192.0.2.1", 4000), new Endpoint("192.0.2.2", 6000), BEGIN);

    @Test
    void aDriftIsMeasured() {
        alice.slower(0.01).packets(10_000);

        assertThat(datagrams.only().drift()).hasValueSatisfying(drift -> {
            assertThat(drift.slower()).isCloseTo(0.0099, within(0.0002));
            assertThat(drift.farthest()).isLessThan(1000);
        });
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300000, false"})
    void aDelayThatPassesIsASwell(long afterwards, boolean passes) {
        alice.packets(2000);
        for (int i = 0; i < 1000; i++) {
            alice.packet(300_000);
        }
        for (int i = 0; i < 1000; i++) {
            alice.packet(afterwards);
        }

        assertThat(datagrams.only().drift().flatMap(MediaStream.Drift::swell))
                .isEqualTo(passes ? Optional.of(new MediaStream.Swell(300_000, 18_000_000)) : Optional.empty());
    }

    @Test
    void overManyHoursPartsBecomeLonger() {
        alice.ticks(8000, 8000).slower(-0.001).packets(20_000);

        assertThat(datagrams.only().drift()).hasValueSatisfying(drift -> {
            assertThat(drift.slower()).isCloseTo(-0.001, within(0.00001));
            assertThat(drift.length()).isGreaterThan(18_000_000_000L);
        });
    }

    @Test
    void timestampsThatJumpTellNothing() {
        alice.packets(3000).beginsAnew(1, 80_000).packets(3000);

        assertThat(datagrams.only().drift()).isEmpty();
    }

    @Test
    void anotherCodecMayHaveAnotherClock() {
        alice.packets(3000).type(9).packets(3000);

        assertThat(datagrams.only().drift()).isEmpty();
    }

    @Test
    void withoutTimesNothingDrifts() {
        alice.timeless().packets(3000);

        assertThat(datagrams.only().drift()).isEmpty();
    }

    @Test
    void aShortStreamIsNotMeasured() {
        alice.slower(0.01).packets(900);

        assertThat(datagrams.only().drift()).isEmpty();
    }
}
