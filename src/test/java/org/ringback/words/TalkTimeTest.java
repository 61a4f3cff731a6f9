package org.ringback.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkTimeTest {

    @ParameterizedTest
    @CsvSource({"0,0:00", "59,0:59", "60,1:00", "3599,59:59", "3600,1:00:00", "3661,1:01:01", "360000,100:00:00"})
    void isAClockWithHoursFromAnHourOn(long seconds, String shown) {
        assertThat(TalkTime.of(Duration.ofSeconds(seconds))).isEqualTo(shown);
    }
}
