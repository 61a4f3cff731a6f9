package org.ringback.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;
import org.ringback.sound.Flaw.Kind;
import org.ringback.sound.codec.Codec;

@BesideOthers
class PlayoutTest {

    private final Talk talk = new Talk();

    @Test
    void whatComesInOrderIsHeardWhole() {
        Schedule schedule = talk.says(50).plan();

        assertThat(schedule.begin()).isEqualTo(5_060_000);
        assertThat(schedule.length()).isEqualTo(1_000_000);
        assertThat(schedule.flaws()).isEmpty();
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(Talk.repeated(50));
        assertThat(schedule.naturalRate()).isEqualTo(8000);
    }

    @Test
    void theBufferWaitsForPacketsThatTakeLonger() {
        Schedule schedule = talk.says(3).delays(2, 59).says(3).plan();

        assertThat(schedule.flaws()).isEmpty();
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(Talk.repeated(8));
    }

    @Test
    void whatComesTooLateIsDroppedAndSaid() {
        Schedule schedule = talk.says(3).delays(1, 61).says(3).plan();

        assertThat(schedule.flaws())
                .containsExactlyInAnyOrder(
                        new Flaw(Kind.LATE, 60_000, 80_000), new Flaw(Kind.CONCEALED, 60_000, 80_000));
        assertThat(schedule.length()).isEqualTo(140_000);
    }

    @Test
    void aLongerBufferHearsWhatAShorterDrops() {
        talk.says(3).delays(1, 61).says(3);

        assertThat(talk.plan(40).flaws()).isNotEmpty();
        assertThat(talk.plan(80).flaws()).isEmpty();
        assertThat(talk.plan(80).begin()).isEqualTo(5_080_000);
    }

    @Test
    void whatNeverComesIsConcealedFading() {
        Schedule schedule = talk.says(5).loses(2).says(5).plan();

        assertThat(schedule.flaws())
                .containsExactlyInAnyOrder(
                        new Flaw(Kind.LOST, 100_000, 140_000), new Flaw(Kind.CONCEALED, 100_000, 140_000));
        short[] heard = Talk.heard(schedule, 8000);
        assertThat(heard).hasSize(12 * 160);
        int begin = Talk.loudest(heard, 5 * 160, 40);
        int end = Talk.loudest(heard, 7 * 160 - 40, 40);
        assertThat(begin).isGreaterThan(Talk.loudest(Talk.repeated(1), 0, 160) * 9 / 10);
        assertThat(end).isBetween(1, begin / 2);
        assertThat(Arrays.copyOfRange(heard, 7 * 160, 12 * 160)).isEqualTo(Talk.repeated(5));
    }

    @Test
    void theConcealedToneKeepsItsPitch() {
        short[] heard = Talk.heard(talk.says(5).loses(1).says(5).plan(), 8000);

        for (int i = 0; i < 160; i++) {
            assertThat(heard[5 * 160 + i] > 0).as("sample " + i).isEqualTo(heard[4 * 160 + i] > 0);
        }
    }

    @Test
    void longLossIsSilenceInTheEnd() {
        Schedule schedule = talk.says(5).loses(20).says(5).plan();

        assertThat(schedule.flaws())
                .containsExactlyInAnyOrder(
                        new Flaw(Kind.LOST, 100_000, 500_000), new Flaw(Kind.CONCEALED, 100_000, 160_000));
        short[] heard = Talk.heard(schedule, 8000);
        assertThat(Talk.loudest(heard, 8 * 160, 17 * 160)).isZero();
        assertThat(Talk.loudest(heard, 8 * 160 - 80, 80)).isPositive();
    }

    @Test
    void whatIsRepeatedIsHeardOnce() {
        Schedule schedule = talk.says(3).repeatsTheLast().says(3).plan();

        assertThat(schedule.duplicates()).isOne();
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(Talk.repeated(6));
    }

    @Test
    void pressedKeysAreNoLoss() {
        byte[] key = {5, 10, 0, (byte) 160};
        Schedule schedule =
                talk.says(5).send(101, key, 160).send(101, key, 160).says(5).plan();

        assertThat(schedule.flaws()).isEmpty();
        assertThat(Talk.heard(schedule, 8000)).hasSize(12 * 160);
    }

    @Test
    void whatCannotBeDecodedIsSilenceAndSaid() {
        Schedule schedule =
                talk.send(18, new byte[20], 160).send(18, new byte[20], 160).plan();

        assertThat(schedule.isAudible()).isFalse();
        assertThat(schedule.undecodable()).containsExactly(new Codec("G729", 8000));
        assertThat(schedule.flaws()).containsExactly(new Flaw(Kind.UNREADABLE, 0, 40_000));
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(new short[320]);
    }

    @Test
    void aDamagedPacketAmongOthersIsSilenceAndSaid() {
        List<RtpPacket> packets = new Talk()
                .send(3, Recording.packets("gsm.bin", 33).get(3), 160)
                .send(3, new byte[33], 160)
                .send(3, Recording.packets("gsm.bin", 33).get(4), 160)
                .packets();

        Schedule schedule = new Playout(Talk.CODECS, Playout.USUAL_DELAY).plan(packets);
        assertThat(schedule.flaws()).containsExactly(new Flaw(Kind.UNREADABLE, 20_000, 40_000));
        assertThat(Talk.heard(schedule, 8000)).hasSize(480);
    }

    @Test
    void aChangeOfCodecIsHeardAtOneRate() {
        for (byte[] payload : Recording.packets("pcma.bin", 160)) {
            talk.send(8, payload, 160);
        }
        for (byte[] payload : Recording.packets("g722.bin", 160)) {
            talk.send(9, payload, 160);
        }

        Schedule schedule = talk.plan();
        assertThat(schedule.naturalRate()).isEqualTo(16_000);
        assertThat(schedule.length()).isEqualTo(800_000);
        short[] heard = Talk.heard(schedule, 16_000);
        assertThat(Arrays.copyOfRange(heard, 6400, 12_800)).isEqualTo(Recording.samples("g722.s16"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 16_000, 48_000})
    void readingFromTheMiddleIsThePartOfTheWhole(int rate) {
        Schedule schedule =
                talk.says(50).loses(3).says(50).isSilent(40).says(30).plan();
        short[] whole = Talk.heard(schedule, rate);

        for (long from : List.of(1L, 990_000L, 1_030_000L, 1_500_000L, 2_500_000L, 3_000_000L)) {
            short[] part = Talk.all(schedule.read(rate, from));
            int begin = (int) (Ticks.ofMicros(from) * rate / 48_000);
            assertThat(part).as("from " + from).isEqualTo(Arrays.copyOfRange(whole, begin, whole.length));
        }
        assertThat(Talk.all(schedule.read(rate, 100_000_000))).isEmpty();
        assertThat(Talk.all(schedule.read(rate, -5))).isEqualTo(whole);
    }

    @Test
    void ofRandomLossExactlyWhatIsMissingIsSaid() {
        SplittableRandom random = new SplittableRandom(20);
        long lost = 0;
        for (int i = 0; i < 2000; i++) {
            int gone = i > 0 && random.nextInt(20) == 0 ? 1 + random.nextInt(3) : 0;
            talk.loses(gone).delays(1, random.nextInt(60));
            lost += gone;
        }
        Schedule schedule = talk.plan();

        assertThat(lengths(schedule, Kind.LATE)).isZero();
        assertThat(lengths(schedule, Kind.LOST)).isEqualTo(20_000 * lost).isPositive();
        assertThat(schedule.tally().lost()).isEqualTo(lost);
        assertThat(schedule.tally().heard()).isEqualTo(2000);
        assertThat(schedule.tally().bursts()).isBetween(lost / 3, lost);
        assertThat(schedule.tally().missingPercent()).isEqualTo(100.0 * lost / (2000 + lost));
        assertThat(schedule.length()).isEqualTo(20_000 * (2000 + lost));
    }

    @Test
    void ofRandomDelayExactlyWhatIsLateIsSaid() {
        SplittableRandom random = new SplittableRandom(21);
        long late = 0;
        talk.says(1);
        for (int i = 0; i < 2000; i++) {
            // A few of them, never so long that the buffer begins anew.
            int delay = i % 10 == 3 && random.nextBoolean() ? 61 + random.nextInt(30) : random.nextInt(60);
            late += delay > 60 ? 1 : 0;
            talk.delays(1, delay);
        }
        Schedule schedule = talk.says(1).plan();

        assertThat(lengths(schedule, Kind.LATE)).isEqualTo(20_000 * late).isPositive();
        assertThat(schedule.tally()).isEqualTo(new PacketTally(2002 - late, late, 0, late));
        assertThat(lengths(schedule, Kind.LOST)).isZero();
        assertThat(lengths(schedule, Kind.CONCEALED)).isEqualTo(20_000 * late);
    }

    private static long lengths(Schedule schedule, Kind kind) {
        return schedule.flaws().stream()
                .filter(flaw -> flaw.kind() == kind)
                .mapToLong(flaw -> flaw.to() - flaw.from())
                .sum();
    }
}
