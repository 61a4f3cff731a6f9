package org.ringback.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;

/** What the times count from. */
class TimeColumnTest {

    private static Ladder ladder(Trace trace) {
        return new CallFlow(trace.calls()).ladder(Arrangement.by(Grouping.ADDRESS, false));
    }

    private static Trace trace() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(0.25).from("bob").to("alice").responds(180);
        return trace.after(3700).from("bob").to("alice").responds(200);
    }

    private static List<String> times(Ladder ladder, TimeMode mode, int key) {
        var column = new TimeColumn(mode, Optional.of(ladder.rows().get(key).message()), ZoneOffset.ofHours(3));
        return IntStream.range(0, ladder.rows().size())
                .mapToObj(row -> column.text(ladder, row))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 2026-11-22 13:00:00.000, 2026-11-22 13:00:00.250, 2026-11-22 14:01:40.250",
        "TIME_OF_DAY, 13:00:00.000, 13:00:00.250, 14:01:40.250",
        "SINCE_START, 0.000, 0.250, 1:01:40.250",
        "SINCE_PREVIOUS, 0.000, 0.250, 1:01:40.000",
        "SINCE_KEY, \u22120.250, 0.000, 1:01:40.000",
    })
    void timesCountFromWhatIsWanted(TimeMode mode, String first, String second, String third) {
        assertThat(times(ladder(trace()), mode, 1)).containsExactly(first, second, third);
    }

    @Test
    void unknownTimesStayUnknown() {
        Ladder ladder = ladder(trace().untimed());
        var untimed = new Trace().untimed();
        untimed.from("alice").to("bob").request("INVITE");
        Ladder nothing = ladder(untimed);
        assertThat(times(nothing, TimeMode.SINCE_START, 0)).containsExactly("");
        assertThat(times(nothing, TimeMode.DATE, 0)).containsExactly("");
        assertThat(ladder.rows()).hasSize(3);
    }

    @Test
    void digitsAreEuropeanInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(times(ladder(trace()), TimeMode.SINCE_START, 0))
                    .containsExactly("0.000", "0.250", "1:01:40.250");
        } finally {
            Locale.setDefault(before);
        }
    }
}
