package org.ringback.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;
import org.ringback.sound.codec.Codec;

@BesideOthers
class HostilePlayoutTest {

    private final Talk talk = new Talk();

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
}
