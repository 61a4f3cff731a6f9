package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as logs write them; the zones in winter and in summer, and the halves of the day. */
class StampTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static Stamp in(String line) {
        return Stamp.in(line, 0, line.length());
    }

    private static LocalTime timeOf(String line) {
        return LocalTime.ofNanoOfDay(in(line).micros() * 1000);
    }

    @ParameterizedTest
    @CsvSource({
        "EST, 19:03",
        "EDT, 18:03",
        "MST, 21:03",
        "MDT, 20:03",
        "PST, 22:03",
        "PDT, 21:03",
        "WET, 14:03",
        "WEST, 13:03",
        "CET, 13:03",
        "MEZ, 13:03",
        "CEST, 12:03",
        "MESZ, 12:03",
        "EET, 12:03",
        "EEST, 11:03",
        "UTC, 14:03"
    })
    void aNamedZoneIsTakenOff(String zone, LocalTime utc) {
        assertThat(timeOf("2026-11-20 14:03:00.000 " + zone + " sent")).isEqualTo(utc);
        assertThat(timeOf("2026-11-20 14:03:00 " + zone + ": sent")).isEqualTo(utc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CST", "IST", "BST", "XYZ", "ESTIMATE", "EST5EDT", "PST-gw", "cet", ""})
    void aNameThatMeansSeveralZonesOrNoneIsNotGuessed(String word) {
        assertThat(timeOf("2026-11-20 14:03:00 " + word)).isEqualTo(LocalTime.of(14, 3));
    }

    @Test
    void theYearMayStandBehindTheZone() {
        Stamp stamp = in("Fri Nov 20 14:03:22.101 CET 2026 sent");

        assertThat(stamp.date()).isEqualTo(DAY);
        assertThat(stamp.yearKnown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "", "\u00e2\u0080\u00af", "\u00c2\u00a0", "\u00a0"})
    void anyBlankMayStandBeforeTheHalfOfTheDay(String blank) {
        assertThat(timeOf("11/20/2026, 2:03:22.101" + blank + "PM sent")).isEqualTo(LocalTime.parse("14:03:22.101"));
        assertThat(timeOf("11/20/2026, 12:03:22" + blank + "am sent")).isEqualTo(LocalTime.parse("00:03:22"));
        assertThat(timeOf("11/20/2026, 2:03:22" + blank + "PM EST")).isEqualTo(LocalTime.parse("19:03:22"));
    }

    @Test
    void aBarMayStandBetweenDateAndTime() {
        assertThat(in("2026-11-20|14:03:22.101|sent").date()).isEqualTo(DAY);
    }

    @ParameterizedTest
    @CsvSource({"CST, CST", "IST, IST", "BST, BST", "CET, ''", "XYZ, ''", "'', ''"})
    void aNameOfSeveralZonesIsKept(String zone, String unclear) {
        assertThat(in("2026-11-20 14:03:00 " + zone).unclearZone()).isEqualTo(unclear);
        assertThat(in("2026-11-20 14:03:00 +0800 (" + zone + ")").unclearZone()).isEmpty();
    }

    @Test
    void aZoneMayBeWholeHours() {
        assertThat(timeOf("2026-11-20 14:03:00.123+02 |")).isEqualTo(LocalTime.parse("12:03:00.123"));
        assertThat(timeOf("2026-11-20 14:03:00-05")).isEqualTo(LocalTime.parse("19:03"));
        assertThat(timeOf("2026-11-20 14:03:00 -05 dBm")).isEqualTo(LocalTime.parse("14:03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20. November 2026 14:03:00",
                "20 November 2026 14:03:00",
                "November 20, 2026 14:03:00",
                "20 nov. 2026 14:03:00",
                "20 de noviembre de 2026, 14:03:00",
                "20 listopada 2026 14:03:00 CET",
                "20 \u043d\u043e\u044f\u0431\u0440\u044f 2026 \u0433., 14:03:00",
                "20 \u043d\u043e\u044f\u0431. 2026 14:03:00",
                "20 Kas 2026 14:03:00",
                "2026\u5e7411\u670820\u65e5 14:03:00",
                "2026\ub144 11\uc6d4 20\uc77c 14:03:00",
                "20.11.26 14:03:00",
                "11/20/26 14:03:00",
                "[20.11.26, 14:03:00]",
                "20-Nov-26 14:03:00",
                "2026. 11. 20. \uc624\ud6c4 02:03:00",
                "2026/11/20 \u5348\u5f8c 2:03:00",
                "2026\u5e7411\u670820\u65e5 \u4e0b\u5348 2:03:00"
            })
    void aDateMayBeWrittenInAnyOfTheseWays(String written) {
        Stamp stamp = in(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        if (written.contains("listopada")) {
            // October in Croatia, November in Poland.
            assertThat(stamp.dated()).isFalse();
        } else {
            assertThat(stamp.date()).isEqualTo(DAY);
            assertThat(stamp.yearKnown()).isTrue();
            assertThat(stamp.micros()).isEqualTo(Duration.ofMinutes(14 * 60 + 3).toMillis() * 1000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "26-11-20 14:03:00",
                "v7.11.26 14:03:00",
                "10.0.11.26 14:03:00",
                "core 4 may fail 14:03:00",
                "pbx 20 sip 26 14:03:00"
            })
    void whatIsNoDateOrNotOneIsNone(String written) {
        assertThat(in(written).dated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261120140300 sent",
                "[20261120140300000] sent",
                "2026-11-20-14.03.00.000000 sent",
                "2026.11.20 14.03.00 sent",
                "2026-11-20 14h03m00s sent",
                "2026-11-20 14 h 03 min 00 s",
                "20 novembre 2026 \u00e0 14:03:00",
                "2026\u5e7411\u670820\u65e5 14\u664203\u520600\u79d2",
                "2026\ub144 11\uc6d4 20\uc77c 14\uc2dc 03\ubd84 00\ucd08",
                "00001b62|2026-Nov-20 14:03:00.000000| recv",
                "20.11.2026 \u0432 14:03:00",
                "20/11/2026 \u00e0 14:03:00",
                "14:03:00 20/11/2026 192.0.2.1",
                "14:03:00.000 2026-11-20",
            })
    void aTimeNeedsNoColons(String written) {
        Stamp stamp = in(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertThat(stamp.date()).isEqualTo(DAY);
        assertThat(stamp.micros()).isEqualTo(Duration.ofMinutes(14 * 60 + 3).toMillis() * 1000);
    }

    @Test
    void aDateBehindATimeMayBeThatOfTheNextOne() {
        assertThat(in("14:03:00 2026-11-20 15:00:00").dated()).isFalse();
        assertThat(in("14:03:00 10.11.2026.7").dated()).isFalse();
    }

    @Test
    void polycomWritesTenDigits() {
        assertThat(timeOf("1120140300|sip  |0|03|>>> Data Send")).isEqualTo(LocalTime.parse("14:03:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up 1h2m3s",
                "20261320140300 is no date",
                "20261120256100 is no time",
                "call 4920261120140300",
                "Packet 1, +0:00:00.123456",
                "version 2026.11.20-14.3.1"
            })
    void whatIsNoTimeIsNone(String written) {
        assertThat(in(written)).isNull();
    }

    @Test
    void aYearOfTwoDigitsBetweenHyphensIsTheLikelyOne() {
        assertThat(in("24-05-14 14:03:00").date()).isEqualTo(LocalDate.of(2024, 5, 14));
        assertThat(in("14-05-24 14:03:00").date()).isEqualTo(LocalDate.of(2024, 5, 14));
        assertThat(in("19-05-24 14:03:00").dated()).isFalse();
    }

    @Test
    void ofTwoClocksTheFinerOneCounts() {
        String line = "Nov 20 14:03:00 192.0.2.9 4711: 000010: Nov 20 14:03:00.250 UTC: x";
        assertThat(Stamp.best(line, 0, 64).micros() % 1_000_000).isEqualTo(250_000);
        String other = "Nov 20 14:03:00 pbx: due Nov 20 14:09:30.250: x";
        assertThat(Stamp.best(other, 0, 64).micros() % 1_000_000).isZero();
    }

    @Test
    void aClockThatCountsDaysHasItsHoursBehindThem() {
        assertThat(timeOf("00:00:00:01:066 (9 bytes)")).isEqualTo(LocalTime.parse("00:00:01.066"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20/11/2026 21h22:23 sent",
                "20/11/2026 21h22m23 sent",
                "20 novembre 2026 21h22:23,000 sent",
                "1795209743000000000 sent",
                "11/20/2026|21:22:23.000 4E:1A INFO sent"
            })
    void hoursWithALetterBracketsAndNanosecondsAreRead(String line) {
        assertThat(in(line).date()).isEqualTo(DAY);
        assertThat(timeOf(line)).isEqualTo(LocalTime.of(21, 22, 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"took 21h22:231 so far", "box21h22:23", "up 25h22:23"})
    void aDurationIsNoTime(String line) {
        assertThat(in(line)).isNull();
    }

    @Test
    void aDateMayHaveBracketsOfItsOwn() {
        assertThat(in("[24-05-06]10:15:03.250 | Info").date()).isEqualTo(LocalDate.of(2024, 5, 6));
    }

    @Test
    void aBarBetweenDateAndTimeMeansTheMonthComesFirst() {
        assertThat(in("05/06/2026|10:15:00.000 1A INFO").date()).isEqualTo(LocalDate.of(2026, 5, 6));
        assertThat(in("05/06/2026 10:15:00.000 INFO").date()).isEqualTo(LocalDate.of(2026, 6, 5));
    }
}
