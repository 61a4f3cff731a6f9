package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as the formatter of Java, of which it is the quick form; and read as people write it. */
class ZoneTimesTest {

    private static final long[] MOMENTS = {
        0, 999, -1, 1_795_341_600_000_000L, 1_774_742_399_999_999L, 4_102_444_799_123_456L
    };

    private static String formatted(String pattern, long micros, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "14:05, 2026-11-22 14:05:00.000, 2026-11-22 14:05:59.999",
        "14:05:30, 2026-11-22 14:05:30.000, 2026-11-22 14:05:30.999",
        "9:05:30.25, 2026-11-22 09:05:30.250, 2026-11-22 09:05:30.259",
        "'14:05:30,250', 2026-11-22 14:05:30.250, 2026-11-22 14:05:30.250",
        "' 2026-11-21 23:59', 2026-11-21 23:59:00.000, 2026-11-21 23:59:59.999",
        "2026-11-21T00:00:00, 2026-11-21 00:00:00.000, 2026-11-21 00:00:00.999"
    })
    void readsWhatPeopleWriteOnTheDayOfTheCapture(String written, String first, String last) {
        var times = new ZoneTimes(ZoneId.of("Asia/Kathmandu"));
        long near = Instant.parse("2026-11-21T20:00:00Z").toEpochMilli() * 1000; // 01:45 of the next day

        assertThat(times.read(written, near)).hasValueSatisfying(read -> {
            assertThat(times.dated(read.first())).isEqualTo(first);
            assertThat(times.dated(read.last())).isEqualTo(last);
        });
    }

    @Test
    void aTimeOfALogWithoutDatesIsReadAsItStandsThere() {
        var times = new ZoneTimes(ZoneId.of("Asia/Kathmandu"));
        long near = 14 * 3_600_000_000L;

        assertThat(times.read("14:05:30", near))
                .hasValueSatisfying(
                        read -> assertThat(times.clock(read.first())).isEqualTo("14:05:30.000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14", "25:00", "14:60", "2026-02-30 14:05", "two", "14:05:30:10", "2026-11-22"})
    void whatIsNoTimeIsNotTakenForOne(String written) {
        assertThat(new ZoneTimes(ZoneId.of("UTC")).read(written, MOMENTS[3])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Moscow", "America/St_Johns", "Asia/Kathmandu", "Africa/Monrovia"})
    void writesAsTheFormatter(String name) {
        var zone = ZoneId.of(name);
        var times = new ZoneTimes(zone);
        for (long micros : MOMENTS) {
            assertThat(times.clock(micros)).isEqualTo(formatted("HH:mm:ss.SSS", micros, zone));
            assertThat(times.dated(micros)).isEqualTo(formatted("uuuu-MM-dd HH:mm:ss.SSS", micros, zone));
            assertThat(times.timestamp(micros)).isEqualTo(formatted("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", micros, zone));
            assertThat(times.datedWithOffset(micros))
                    .isEqualTo(formatted("uuuu-MM-dd HH:mm:ss 'UTC'xxx", micros, zone));
        }
    }
}
