package org.ringback.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;
import org.ringback.sound.Flaw.Kind;
import org.ringback.sound.codec.Codec;
import org.ringback.sound.codec.Decoders;

@BesideOthers
class PlayoutTest {

    private static final short[] FRAME =
            Decoders.of(Talk.PCMA).orElseThrow().decode(Talk.FRAME).orElseThrow();

    private final Talk talk = new Talk();

    @Test
    void whatComesInOrderIsHeardWhole() {
        Schedule schedule = talk.says(50).plan();

        assertThat(schedule.begin()).isEqualTo(5_060_000);
        assertThat(schedule.length()).isEqualTo(1_000_000);
        assertThat(schedule.flaws()).isEmpty();
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(repeated(50));
        assertThat(schedule.naturalRate()).isEqualTo(8000);
    }

    @Test
    void theBufferWaitsForPacketsThatTakeLonger() {
        Schedule schedule = talk.says(3).delays(2, 59).says(3).plan();

        assertThat(schedule.flaws()).isEmpty();
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(repeated(8));
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
        int begin = loudest(heard, 5 * 160, 40);
        int end = loudest(heard, 7 * 160 - 40, 40);
        assertThat(begin).isGreaterThan(loudest(FRAME, 0, 160) * 9 / 10);
        assertThat(end).isBetween(1, begin / 2);
        assertThat(Arrays.copyOfRange(heard, 7 * 160, 12 * 160)).isEqualTo(repeated(5));
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
        assertThat(loudest(heard, 8 * 160, 17 * 160)).isZero();
        assertThat(loudest(heard, 8 * 160 - 80, 80)).isPositive();
    }

    @Test
    void suppressedSilenceIsSilenceOfTheRightLength() {
        Schedule schedule = talk.says(5).isSilent(100).says(5).plan();

        assertThat(schedule.flaws()).isEmpty();
        short[] heard = Talk.heard(schedule, 8000);
        assertThat(heard).hasSize(110 * 160);
        assertThat(loudest(heard, 5 * 160, 100 * 160)).isZero();
        assertThat(Arrays.copyOfRange(heard, 105 * 160, 110 * 160)).isEqualTo(repeated(5));
    }

    @Test
    void aSpurtIsAnchoredAnew() {
        // All packets of the second spurt take 50 ms longer; it begins later, and none is late.
        Schedule schedule = talk.says(5).isSilent(50).delays(10, 90).plan();

        assertThat(schedule.flaws()).isEmpty();
        assertThat(schedule.length()).isEqualTo(20_000 * 65 + 90_000);
    }

    @Test
    void theEndOfASpurtMayBeLostAndSoMayItsBeginning() {
        Schedule end = talk.says(5).loses(1).isSilent(50).says(5).plan();
        Schedule begin =
                new Talk().says(5).isSilent(50).loses(1).unmarked().says(5).plan();

        assertThat(end.flaws()).contains(new Flaw(Kind.LOST, 100_000, 120_000));
        assertThat(begin.flaws()).containsExactly(new Flaw(Kind.LOST, 1_100_000, 1_120_000));
    }

    @Test
    void markersOnEveryPacketChangeNothing() {
        for (int i = 0; i < 20; i++) {
            talk.isSilent(0).delays(1, i % 3 * 15);
        }

        Schedule schedule = talk.plan();
        assertThat(schedule.flaws()).isEmpty();
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(repeated(20));
    }

    @Test
    void whenAllIsLateTheBufferBeginsAnew() {
        Schedule schedule = talk.says(10).delays(100, 200).plan();

        long late = schedule.flaws().stream()
                .filter(flaw -> flaw.kind() == Kind.LATE)
                .mapToLong(flaw -> flaw.to() - flaw.from())
                .sum();
        assertThat(late).isBetween(80_000L, 120_000L);
        assertThat(schedule.length()).isEqualTo(110 * 20_000 + 200_000);
    }

    @Test
    void aBurstAfterAPauseOfTheNetworkIsDroppedAndTheRestHeard() {
        talk.says(10);
        for (int i = 0; i < 10; i++) {
            talk.delays(1, 300 - 20 * i);
        }
        Schedule schedule = talk.says(50).plan();
        assertThat(schedule.length()).isEqualTo(70 * 20_000);
        assertThat(schedule.flaws()).contains(new Flaw(Kind.LATE, 200_000, 400_000));
    }

    @Test
    void timestampsThatLeapAreAnchoredAnew() {
        Schedule schedule = talk.says(10)
                .leaps(1_000_000_000)
                .says(10)
                .leaps(-700_000_000)
                .says(10)
                .plan();

        assertThat(schedule.length()).isBetween(600_000L, 800_000L);
        assertThat(Arrays.copyOf(Talk.heard(schedule, 8000), 20 * 160)).isEqualTo(repeated(20));
    }

    @Test
    void sequenceNumbersThatBeginAnewAreNoLoss() {
        List<RtpPacket> packets = new ArrayList<>(talk.says(20).packets());
        List<RtpPacket> restarted = new ArrayList<>();
        for (RtpPacket packet : talk.says(20).packets().subList(20, 40)) {
            restarted.add(new RtpPacket(
                    packet.arrival(), packet.timestamp(), packet.sequence() - 20_000, false, 8, packet.payload()));
        }
        packets.addAll(restarted);

        Schedule schedule = new Playout(Talk.CODECS, Playout.USUAL_DELAY).plan(packets);
        assertThat(schedule.flaws()).isEmpty();
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(repeated(40));
    }

    @Test
    void whatIsRepeatedIsHeardOnce() {
        Schedule schedule = talk.says(3).repeatsTheLast().says(3).plan();

        assertThat(schedule.duplicates()).isOne();
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(repeated(6));
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
    void comfortNoiseFillsTheSilence() {
        Schedule schedule =
                talk.says(5).send(13, new byte[] {40}, 160).pass(50).says(5).plan();

        short[] heard = Talk.heard(schedule, 8000);
        assertThat(schedule.flaws()).isEmpty();
        assertThat(heard).hasSize(61 * 160);
        assertThat(loudest(heard, 30 * 160, 160)).isBetween(100, 700);
        assertThat(Arrays.copyOfRange(heard, 56 * 160, 61 * 160)).isEqualTo(repeated(5));
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
        assertThat(lengths(schedule, Kind.LOST)).isZero();
        assertThat(lengths(schedule, Kind.CONCEALED)).isEqualTo(20_000 * late);
    }

    @Test
    void hostilePacketsMakeNoMoreThanFourHoursAndNoException() {
        for (int seed = 0; seed < 60; seed++) {
            Schedule schedule = new Playout(Talk.CODECS, Duration.ofMillis(seed * 7L)).plan(hostile(seed));

            assertThat(schedule.length()).isBetween(0L, Playout.LONGEST.toMillis() * 1000);
            assertThat(schedule.flaws()).allSatisfy(flaw -> {
                assertThat(flaw.from()).isNotNegative().isLessThan(flaw.to());
                assertThat(flaw.to()).isLessThanOrEqualTo(schedule.length());
            });
            short[] some = new short[96_000];
            for (long from : List.of(0L, schedule.length() / 2, schedule.length() - 1_000_000)) {
                assertThat(schedule.read(8000, from).read(some)).isBetween(0, some.length);
            }
        }
    }

    private static List<RtpPacket> hostile(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RtpPacket> packets = new ArrayList<>();
        int[] types = {0, 3, 8, 9, 13, 18, 96, 101, 77};
        long arrival = random.nextLong() >> random.nextInt(40);
        int sequence = 0;
        for (int i = 0; i < 400; i++) {
            arrival += switch (random.nextInt(12)) {
                case 0 -> random.nextLong() >> random.nextInt(63);
                case 1 -> -50_000;
                default -> random.nextInt(40_000);
            };
            sequence += random.nextInt(10) == 0 ? random.nextInt() : random.nextInt(3);
            byte[] payload = new byte[random.nextInt(30) == 0 ? random.nextInt(65_000) : random.nextInt(200)];
            random.nextBytes(payload);
            long timestamp = random.nextInt(4) == 0 ? random.nextLong() : i * 160L;
            packets.add(new RtpPacket(
                    arrival, timestamp, sequence, random.nextBoolean(), types[random.nextInt(types.length)], payload));
        }
        return packets;
    }

    @Test
    void whatIsBeyondFourHoursIsCutAndSaid() {
        Schedule schedule = talk.says(1).pass(4 * 3600 * 50 + 10).says(1).plan();

        assertThat(schedule.cut()).isTrue();
        assertThat(schedule.length()).isEqualTo(20_000);
    }

    @Test
    void aClockThatMakesNoSenseHarmsNobody() {
        for (int rate : List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            Schedule schedule = new Playout(Map.of(8, new Codec("PCMA", rate)), Playout.USUAL_DELAY)
                    .plan(new Talk().says(5).packets());
            assertThat(schedule.isAudible()).isFalse();
        }
    }

    @Test
    void manyTinyPacketsAreReadWithoutEnd() {
        List<RtpPacket> packets = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            packets.add(new RtpPacket(i * 20L, i, i, false, 97, new byte[2]));
        }
        Schedule schedule = new Playout(Map.of(97, new Codec("L16", 48_000)), Playout.USUAL_DELAY).plan(packets);

        assertThat(Talk.heard(schedule, 8000)).hasSize(10_000);
    }

    @Test
    void nothingIsHeardOfNothing() {
        Schedule schedule = new Playout(Talk.CODECS, Playout.USUAL_DELAY).plan(List.of());

        assertThat(schedule.length()).isZero();
        assertThat(Talk.heard(schedule, 8000)).isEmpty();
    }

    private static long lengths(Schedule schedule, Kind kind) {
        return schedule.flaws().stream()
                .filter(flaw -> flaw.kind() == kind)
                .mapToLong(flaw -> flaw.to() - flaw.from())
                .sum();
    }

    private static short[] repeated(int frames) {
        short[] all = new short[frames * 160];
        for (int i = 0; i < frames; i++) {
            System.arraycopy(FRAME, 0, all, i * 160, 160);
        }
        return all;
    }

    private static int loudest(short[] samples, int from, int count) {
        int loudest = 0;
        for (int i = from; i < from + count; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        return loudest;
    }
}
