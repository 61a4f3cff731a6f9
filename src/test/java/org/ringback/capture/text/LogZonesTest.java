package org.ringback.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;

/** A time whose zone is not written is shown as it stands in the log, wherever that is read; others are where they are. */
class LogZonesTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private static Captured read(ZoneId here, String stamp) {
        return Collected.in(here, """
            [%s] <--- Received SIP request (200 bytes) from UDP:198.51.100.7:5060 --->
            OPTIONS sip:100@203.0.113.5 SIP/2.0
            Via: SIP/2.0/UDP 198.51.100.7:5060;branch=z9hG4bKabc
            From: <sip:a@198.51.100.7>;tag=1
            To: <sip:100@203.0.113.5>
            Call-ID: abc@198.51.100.7
            CSeq: 1 OPTIONS
            Content-Length: 0

            """.formatted(stamp)).messages.getFirst();
    }

    private static Instant time(ZoneId here, String stamp) {
        return Instant.EPOCH.plus(read(here, stamp).time(), ChronoUnit.MICROS);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-06 14:03:02.123, 2024-05-06T19:03:02.123Z",
        "2024-01-06 14:03:02.123, 2024-01-06T20:03:02.123Z",
        "2024-05-06 22:03:02.123, 2024-05-07T03:03:02.123Z",
        "2024-05-06 14:03:02.123 CST, 2024-05-06T19:03:02.123Z",
    })
    void isInTheZoneOfTheReader(String written, Instant meant) {
        assertThat(time(CHICAGO, written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-06T14:03:02.123Z, 2024-05-06T14:03:02.123Z",
        "2024-05-06 14:03:02.123 UTC, 2024-05-06T14:03:02.123Z",
        "2024-05-06 14:03:02.123 GMT, 2024-05-06T14:03:02.123Z",
        "2024-05-06 14:03:02.123 +0530, 2024-05-06T08:33:02.123Z",
        "2024-05-06 14:03:02.123 CEST, 2024-05-06T12:03:02.123Z",
        "1715004182.123, 2024-05-06T14:03:02.123Z",
    })
    void isWhereItIsWrittenToBe(String written, Instant meant) {
        assertThat(time(CHICAGO, written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"May  6 14:03:02", "14:03:02.123", "no time"})
    void staysOpenWithoutAYear(String written) {
        assertThat(read(CHICAGO, written).time())
                .isEqualTo(read(ZoneId.of("Asia/Kolkata"), written).time());
    }

    @Test
    void isTheSameInstantForWhoeverReadsAZone() {
        assertThat(time(CHICAGO, "2024-05-06 14:03:02 EDT"))
                .isEqualTo(time(ZoneId.of("Asia/Kolkata"), "2024-05-06 14:03:02 EDT"));
    }

    @Test
    void threeNumbersOfTwoDigitsAreReadByTheDateOfAMessage() {
        String dated = Samples.INVITE.replace("CSeq", "Date: Sun, 24 May 2020 09:00:00 GMT\nCSeq");
        for (String log : new String[] {"20-05-24", "24-05-20"}) {
            String line = log + " 10:00:01.250 192.0.2.1:5060 -> 192.0.2.2:5060\n";
            assertThat(Collected.of(line + dated).only().time())
                    .isEqualTo(Instant.parse("2020-05-24T10:00:01.250Z").toEpochMilli() * 1000);
            assertThat(Collected.of(line + Samples.INVITE).only().time())
                    .isNotEqualTo(Instant.parse("2020-05-24T10:00:01.250Z").toEpochMilli() * 1000);
        }
    }
}
