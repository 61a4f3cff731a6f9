package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Endpoint;

/** When packets came: jitter, the clock that it is measured by, the time in a packet, pauses. */
class PaceTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);
    private static final long BEGIN = 1_795_341_600_000_000L;

    private final Datagrams datagrams = new Datagrams(0);
    private final Talker alice = new Talker(datagrams, ALICE, BOB, BEGIN);

    /** RFC 3550, 6.4.1, word by word. */
    private static final class ByTheBook {
        private double jitter;
        private double highest;
        private double sum;

        private ByTheBook(long[] delays) {
            for (int i = 1; i < delays.length; i++) {
                double difference = delays[i] - delays[i - 1];
                jitter += (Math.abs(difference) - jitter) / 16;
                highest = Math.max(highest, jitter);
                sum += jitter;
            }
        }
    }

    private static long[] delays(long seed, int number, int most) {
        return new SplittableRandom(seed).ints(number, 0, most).asLongStream().toArray();
    }

    private MediaStream.Pace paceOf(long[] delays) {
        for (long delay : delays) {
            alice.packet(delay);
        }
        return datagrams.only().pace();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 15_000, 19_999})
    void jitterIsThatOfTheBook(int most) {
        long[] delays = delays(most, 2000, most);
        var book = new ByTheBook(delays);
        MediaStream.Pace pace = paceOf(delays);

        assertThat(pace.highestJitter()).isCloseTo(book.highest, within(1e-6));
        assertThat(pace.meanJitter()).isCloseTo(book.sum / 1999, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "160, 8000",
        "240, 8000",
        "320, 16000",
        "480, 24000",
        "640, 32000",
        "960, 48000",
        "2880, 48000",
        "1800, 90000"
    })
    void theClockOfADynamicTypeIsLearnedAndNothingOfItsJitterLost(int ticks, int clock) {
        alice.type(111).ticks(ticks, clock);
        long[] delays = delays(ticks, 400, 6000);
        var book = new ByTheBook(delays);
        MediaStream.Pace pace = paceOf(delays);

        assertThat(pace.clockRate()).isEqualTo(clock);
        assertThat(pace.assigned()).isFalse();
        assertThat(pace.highestJitter()).isCloseTo(book.highest, within(1e-6));
        assertThat(pace.packetTime()).isEqualTo(1000 * ticks / clock);
    }

    @Test
    void tenPacketsAreEnoughForAClock() {
        assertThat(paceOf(new long[9]).clockRate()).isEqualTo(8000);

        var few = new Datagrams(0);
        new Talker(few, ALICE, BOB, BEGIN).type(96).ticks(960, 48_000).packets(9);
        var enough = new Datagrams(0);
        new Talker(enough, ALICE, BOB, BEGIN).type(96).ticks(960, 48_000).packets(10);

        assertThat(few.only().pace().clockRate()).isZero();
        assertThat(few.only().pace().packetTime()).isZero();
        assertThat(enough.only().pace().clockRate()).isEqualTo(48_000);
    }

    @Test
    void g722Counts8000AlthoughItSamples16000() {
        alice.type(9).packets(100);

        assertThat(datagrams.only().pace().clockRate()).isEqualTo(8000);
        assertThat(datagrams.only().pace().assigned()).isTrue();
        assertThat(datagrams.only().pace().highestJitter()).isZero();
    }

    @Test
    void anotherCodecBringsItsOwnClock() {
        alice.packets(200).type(111).ticks(960, 48_000).packets(300);
        MediaStream.Pace pace = datagrams.only().pace();

        assertThat(pace.highestJitter()).isZero();
        assertThat(pace.clockRate()).isEqualTo(48_000);
        assertThat(pace.packetTime()).isEqualTo(20);
    }

    @Test
    void aFewPacketsOfSomethingElseChangeNothing() {
        alice.packets(200)
                .type(100)
                .ticks(1200, 8000)
                .packets(5)
                .type(0)
                .ticks(160, 8000)
                .packets(10);
        MediaStream.Pace pace = datagrams.only().pace();

        assertThat(pace.clockRate()).isEqualTo(8000);
        assertThat(pace.packetTime()).isEqualTo(20);
    }

    @Test
    void whoGoesToAndFroBetweenCodecsIsNotUneven() {
        for (int i = 0; i < 20; i++) {
            alice.type(0)
                    .ticks(160, 8000)
                    .packets(60)
                    .type(111)
                    .ticks(960, 48_000)
                    .packets(60);
        }

        assertThat(datagrams.only().pace().highestJitter()).isZero();
    }

    @Test
    void comfortNoiseBetweenChangesNoClock() {
        for (int i = 0; i < 10; i++) {
            alice.type(111).ticks(960, 48_000).packets(40).type(13).packets(1).pauses(400_000);
        }
        MediaStream.Pace pace = datagrams.only().pace();

        assertThat(pace.clockRate()).isEqualTo(48_000);
        assertThat(pace.packetTime()).isEqualTo(20);
        assertThat(pace.highestJitter()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 160, 240, 320, 480})
    void thePacketTimeIsWhatMostPacketsHave(int ticks) {
        alice.ticks(ticks, 8000)
                .packets(60)
                .ticks(8 * ticks, 8000)
                .packets(3)
                .ticks(ticks, 8000)
                .packets(60);

        assertThat(datagrams.only().pace().packetTime()).isEqualTo(ticks / 8);
    }

    @Test
    void whereSilenceIsNotSentThePacketTimeIsThatOfSpeech() {
        for (int i = 0; i < 20; i++) {
            alice.type(111)
                    .ticks(960, 48_000)
                    .packets(10)
                    .ticks(19_200, 48_000)
                    .packets(20)
                    .type(13)
                    .ticks(4800, 48_000)
                    .packets(40);
        }

        assertThat(datagrams.only().pace().packetTime()).isEqualTo(20);
    }

    @Test
    void lostPacketsMakeNoLongerPacketTime() {
        for (int i = 0; i < 100; i++) {
            alice.packets(2).loses(1);
        }

        assertThat(datagrams.only().pace().packetTime()).isEqualTo(20);
    }

    @Test
    void silenceThatIsNotSentIsAPauseAndNoLoss() {
        alice.packets(100).pauses(3_000_000).packets(100).pauses(1_000_000).packets(100);
        MediaStream stream = datagrams.only();

        assertThat(stream.loss().lost()).isZero();
        assertThat(stream.longestPause()).hasValueSatisfying(pause -> {
            assertThat(pause.length()).isEqualTo(3_020_000);
            assertThat(pause.before().frame()).isEqualTo(100);
            assertThat(pause.after().frame()).isEqualTo(101);
        });
        assertThat(stream.pace().longestDelta()).isEqualTo(20_000);
        assertThat(stream.pace().highestJitter()).isZero();
    }

    @Test
    void packetsThatAreLostAreNoPause() {
        alice.packets(100).loses(150).packets(100);

        assertThat(datagrams.only().longestPause()).isEmpty();
        assertThat(datagrams.only().loss().longestHole()).isEqualTo(150);
    }

    @Test
    void packetsThatStayAwayWithinSpeechAreNoPause() {
        alice.packets(100).hesitates(900_000).packets(100);

        assertThat(datagrams.only().longestPause()).isEmpty();
        assertThat(datagrams.only().pace().longestDelta()).isEqualTo(920_000);
    }

    @Test
    void whatComesTwiceIsNotUneven() {
        var twice = new Datagrams(0);
        for (int i = 0; i < 200; i++) {
            for (int time = 0; time < 2; time++) {
                twice.send(
                        BEGIN + 20_000L * i + 50L * time,
                        ALICE,
                        BOB,
                        Talker.rtp(false, 0, i, 160 * i, 7, new byte[160]));
            }
        }

        assertThat(twice.only().loss().duplicates()).isEqualTo(200);
        assertThat(twice.only().pace().highestJitter()).isZero();
    }

    @Test
    void withoutTimesThereIsNoJitter() {
        alice.timeless().packets(500);

        assertThat(datagrams.only().pace().highestJitter()).isZero();
        assertThat(datagrams.only().length()).isZero();
        assertThat(datagrams.only().packets()).isEqualTo(500);
    }
}
