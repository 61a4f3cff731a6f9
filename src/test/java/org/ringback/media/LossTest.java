package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** What was lost, came late or twice, against what is known because the tests did it. */
@BesideOthers
class LossTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);
    private static final long BEGIN = 1_795_341_600_000_000L;

    private final Datagrams datagrams = new Datagrams(0);
    private final Talker alice = new Talker(datagrams, ALICE, BOB, BEGIN);

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverTheNetworkDoesIsCountedExactly(long seed) {
        var random = new SplittableRandom(seed);
        Worsened done = Worsened.of(random, random.nextInt(1 << 16));
        boolean timeless = seed % 10 == 0;
        for (int i = 0; i < done.arrivals().size(); i++) {
            alice.at(timeless && i % 3 == 0 ? Captured.NO_TIME : BEGIN + 20_000L * i)
                    .sequence(done.arrivals().get(i).intValue())
                    .packets(1);
        }

        MediaStream stream = datagrams.only();

        assertThat(stream.packets()).isEqualTo(done.arrivals().size());
        assertThat(stream.loss())
                .isEqualTo(new MediaStream.Loss(
                        done.expected(), done.lost(), done.holes(), done.longest(), done.twice(), done.late(), 0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void numbersThatBeginAnewAreCountedApart(long seed) {
        var random = new SplittableRandom(seed);
        Worsened before = Worsened.of(random, random.nextInt(1 << 16));
        long end = before.arrivals().stream().mapToLong(Long::longValue).max().orElseThrow();
        long again = end + 4000 + random.nextInt(50_000);
        Worsened after = Worsened.of(random, again + 2);
        before.arrivals().forEach(number -> alice.sequence(number.intValue()).packets(1));
        alice.sequence((int) again).packets(3);
        after.arrivals().forEach(number -> alice.sequence(number.intValue()).packets(1));
        List<Long> secondTime = new ArrayList<>(List.of(again, again + 1, again + 2));
        secondTime.addAll(after.arrivals());
        Worsened both = Worsened.of(secondTime);

        assertThat(datagrams.only().loss())
                .isEqualTo(new MediaStream.Loss(
                        before.expected() + both.expected(),
                        before.lost() + both.lost(),
                        before.holes() + both.holes(),
                        Math.max(before.longest(), both.longest()),
                        before.twice() + both.twice(),
                        before.late() + both.late(),
                        1));
    }

    @Test
    void theNumbersGoOnBehind65535() {
        alice.sequence(65_500).packets(100).loses(2).packets(65_536).loses(1).packets(10);

        assertThat(datagrams.only().loss()).isEqualTo(new MediaStream.Loss(65_649, 3, 2, 2, 0, 0, 0));
    }

    @Test
    void aPacketThatOvertookTheFirstOneDoesNotHideWhatIsMissingBetween() {
        alice.sequence(10)
                .packets(1)
                .sequence(6)
                .packets(1)
                .sequence(8)
                .packets(1)
                .sequence(11)
                .packets(3);

        assertThat(datagrams.only().loss()).isEqualTo(new MediaStream.Loss(8, 2, 2, 1, 0, 2, 0));
    }

    @Test
    void longHolesAreRememberedWithWhatLiesAroundThem() {
        alice.packets(50).loses(4).packets(50).loses(15).packets(50);

        assertThat(datagrams.only().longHoles()).singleElement().satisfies(hole -> {
            assertThat(hole.packets()).isEqualTo(15);
            assertThat(hole.length()).isEqualTo(16 * 20_000);
            assertThat(hole.before().frame()).isEqualTo(100);
            assertThat(hole.after().frame()).isEqualTo(101);
        });
    }

    @Test
    void ofVeryManyHolesTheFirstAreRemembered() {
        for (int i = 0; i < 100; i++) {
            alice.packets(10).loses(10);
        }
        alice.packets(10);

        assertThat(datagrams.only().longHoles()).hasSize(MediaStream.HOLES);
    }

    @Test
    void aSingleStrayPacketIsNoNewBeginning() {
        alice.sequence(100)
                .packets(50)
                .sequence(40_000)
                .packets(1)
                .sequence(150)
                .packets(50);

        assertThat(datagrams.only().packets()).isEqualTo(101);
        assertThat(datagrams.only().loss()).isEqualTo(new MediaStream.Loss(100, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void anotherSourceIsAnotherStream() {
        alice.ssrc(1).packets(50).ssrc(2).sequence(9).packets(20);

        assertThat(datagrams.seen().streams()).extracting(MediaStream::ssrc).containsExactly(1L, 2L);
        assertThat(datagrams.seen().streams())
                .extracting(stream -> stream.loss().lost())
                .containsOnly(0L);
    }

    @Test
    void sourcesAreUnsigned() {
        alice.ssrc(-1).packets(3);

        assertThat(datagrams.only().ssrc()).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void whatComesTwiceAllTheTimeIsAStream() {
        for (int i = 0; i < 5; i++) {
            alice.sequence(i).packets(1).sequence(i).packets(1);
        }

        assertThat(datagrams.only().loss()).isEqualTo(new MediaStream.Loss(5, 0, 0, 0, 5, 0, 0));
    }

    @Test
    void whatLosesEveryThirdPacketIsAStream() {
        for (int i = 0; i < 5; i++) {
            alice.packets(2).loses(1);
        }

        assertThat(datagrams.only().loss().lost()).isEqualTo(4);
    }

    @Test
    void numbersThatLieAnywhereAreNoStream() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            alice.sequence(random.nextInt(1 << 16)).packets(1);
        }

        assertThat(datagrams.seen().streams()).isEmpty();
    }

    @Test
    void twoPacketsAreNoStreamYet() {
        alice.packets(2);

        assertThat(datagrams.seen().streams()).isEmpty();
        assertThat(datagrams.seen().doubtful()).hasSize(1);
    }

    @Test
    void whoLooksMeanwhileChangesNothing() {
        var watched = new Datagrams(0);
        var same = new Talker(watched, ALICE, BOB, BEGIN);
        for (Talker talker : List.of(alice, same)) {
            for (int i = 0; i < 60; i++) {
                talker.type(96)
                        .ticks(960, 48_000)
                        .sequence(i % 10 == 3 ? i + 1 : i % 10 == 4 ? i - 1 : i)
                        .packet(i % 7);
                if (talker == same) {
                    watched.seen();
                }
            }
            talker.event(101, 50, 5, false, 160);
            watched.seen();
            talker.event(101, 50, 5, true, 480).packets(3);
        }
        MediaStream expected = datagrams.only();
        MediaStream seen = watched.only();

        assertThat(seen.loss()).isEqualTo(expected.loss());
        assertThat(seen.pace()).isEqualTo(expected.pace());
        assertThat(seen.keys()).isEqualTo(expected.keys()).hasSize(1);
    }

    private MediaStream.Loss loss() {
        return datagrams.only().loss();
    }

    @ParameterizedTest
    @ValueSource(ints = {12_345_678, -9_999_999})
    void numbersThatJumpWithTheTimestampsAreNew(int stamps) {
        alice.packets(200).beginsAnew(800, stamps).packets(200);

        assertThat(loss().lost()).isZero();
        assertThat(loss().expected()).isEqualTo(400);
        assertThat(loss().restarts()).isEqualTo(1);
    }

    @Test
    void packetsThatAreLostBeforeAMarkedOneAreLost() {
        alice.packets(200).loses(800).beginsAnew(0, 0).packets(200);

        assertThat(loss().lost()).isEqualTo(800);
        assertThat(loss().restarts()).isZero();
    }

    @Test
    void packetsThatAreLostBeforeALongSilenceAreLost() {
        alice.packets(200).loses(100).pauses(60_000_000).packets(200);

        assertThat(loss().lost()).isEqualTo(100);
        assertThat(loss().restarts()).isZero();
    }

    @Test
    void aSmallJumpIsLossWhateverTheTimestampSays() {
        alice.packets(200).beginsAnew(20, 12_345_678).packets(200);

        assertThat(loss().lost()).isEqualTo(20);
    }

    @Test
    void withoutAMarkerNothingSaysThatSomebodyBegan() {
        alice.packets(200).loses(800).packets(200);

        assertThat(loss().lost()).isEqualTo(800);
    }
}
