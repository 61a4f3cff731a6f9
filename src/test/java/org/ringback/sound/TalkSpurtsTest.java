package org.ringback.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;
import org.ringback.sound.Flaw.Kind;

@BesideOthers
class TalkSpurtsTest {

    private final Talk talk = new Talk();

    @Test
    void suppressedSilenceIsSilenceOfTheRightLength() {
        Schedule schedule = talk.says(5).isSilent(100).says(5).plan();

        assertThat(schedule.flaws()).isEmpty();
        short[] heard = Talk.heard(schedule, 8000);
        assertThat(heard).hasSize(110 * 160);
        assertThat(Talk.loudest(heard, 5 * 160, 100 * 160)).isZero();
        assertThat(Arrays.copyOfRange(heard, 105 * 160, 110 * 160)).isEqualTo(Talk.repeated(5));
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
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(Talk.repeated(20));
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
        assertThat(Arrays.copyOf(Talk.heard(schedule, 8000), 20 * 160)).isEqualTo(Talk.repeated(20));
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
        assertThat(Talk.heard(schedule, 8000)).isEqualTo(Talk.repeated(40));
    }

    @Test
    void comfortNoiseFillsTheSilence() {
        Schedule schedule =
                talk.says(5).send(13, new byte[] {40}, 160).pass(50).says(5).plan();

        short[] heard = Talk.heard(schedule, 8000);
        assertThat(schedule.flaws()).isEmpty();
        assertThat(heard).hasSize(61 * 160);
        assertThat(Talk.loudest(heard, 30 * 160, 160)).isBetween(100, 700);
        assertThat(Arrays.copyOfRange(heard, 56 * 160, 61 * 160)).isEqualTo(Talk.repeated(5));
    }
}
