package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as the formatter of Java, of which it is the quick form. */
class ZoneTimesTest {

    private static final long[] MOMENTS = {
        0, 999, -1, 1_795_341_600_000_000L, 1_774_742_399_999_999L, 4_102_444_799_123_456L
    };

    private static String formatted(String pattern, long micros, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone));
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
