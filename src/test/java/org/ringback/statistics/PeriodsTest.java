package org.ringback.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;

@BesideOthers
class PeriodsTest {

    private static final Count ONE = new Count(1, 1, 0);

    private static List<Periods.Dated> calls(String... starts) {
        return Stream.of(starts)
                .map(start -> new Periods.Dated(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(start)), ONE))
                .toList();
    }

    private static List<String> starts(Periods periods) {
        return periods.all().stream()
                .map(period ->
                        Instant.EPOCH.plus(period.start(), ChronoUnit.MICROS).toString())
                .toList();
    }

    @Test
    void aMinuteWithoutCallsIsToldToo() {
        var periods = Periods.of(
                calls("2026-11-22T10:00:59Z", "2026-11-22T10:01:01Z", "2026-11-22T10:06:00Z"), ZoneOffset.UTC);

        assertThat(periods.length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(periods.all()).extracting(period -> period.count().calls()).containsExactly(1, 1, 0, 0, 0, 0, 1);
        assertThat(starts(periods)).startsWith("2026-11-22T10:00:00Z", "2026-11-22T10:01:00Z");
    }

    @Test
    void daysBeginAtMidnightOfTheZone() {
        var periods = Periods.of(calls("2026-11-02T20:00:00Z", "2026-11-22T20:00:00Z"), ZoneId.of("Asia/Kolkata"));

        assertThat(periods.length()).isEqualTo(Duration.ofDays(1));
        assertThat(starts(periods)).startsWith("2026-11-02T18:30:00Z").hasSize(21);
    }

    @Test
    void oneCallIsOnePeriod() {
        assertThat(Periods.of(calls("2026-11-22T10:00:59.5Z"), ZoneOffset.UTC).all())
                .hasSize(1);
    }

    @Test
    void centuriesApartIsStillFew() {
        var periods = Periods.of(calls("1801-01-01T00:00:00Z", "2262-01-01T00:00:00Z"), ZoneOffset.UTC);

        assertThat(periods.all()).hasSizeBetween(2, 30);
    }

    @Test
    void withoutADateThereIsNone() {
        assertThat(Periods.of(List.of(), ZoneOffset.UTC).all()).isEmpty();
    }
}
