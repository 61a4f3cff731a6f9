package org.ringback.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;

/** Offsets are read and written as people do. */
@BesideOthers
class ClockOffsetTest {

    @ParameterizedTest
    @CsvSource({"+1.5s,PT1.5S", "-20ms,PT-0.02S", "1h,PT1H", "2 m,PT2M", "0.25,PT0.25S"})
    void anOffsetHasASignANumberAndAUnit(String typed, Duration meant) {
        assertThat(ClockOffset.of(typed)).contains(meant);
        assertThat(ClockOffset.of(ClockOffset.text(meant))).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1.5 days", "1,5s", "9999999h", "--1s"})
    void whatCannotBeMeantIsNone(String typed) {
        assertThat(ClockOffset.of(typed)).isEmpty();
    }

    @Test
    void itIsWrittenInSeconds() {
        assertThat(ClockOffset.text(Duration.ofMillis(1500))).isEqualTo("+1.5s");
        assertThat(ClockOffset.text(Duration.ofMillis(-250))).isEqualTo("-0.25s");
        assertThat(ClockOffset.text(Duration.ofMinutes(10))).isEqualTo("+600s");
    }
}
