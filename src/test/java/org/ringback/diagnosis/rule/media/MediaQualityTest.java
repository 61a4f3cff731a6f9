package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.media.Talker;

/** Loss and jitter, and what receivers report of them. */
class MediaQualityTest {

    private static void reports(Trace trace, int lost, int share) {
        byte[] report = ByteBuffer.allocate(32)
                .putInt(0x81C90007)
                .putInt(88)
                .putInt(77)
                .putInt((share << 24) | lost)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .array();
        trace.media("bob", 6001).sends("alice", 4001, report);
    }

    private static Trace losing(int times) {
        Trace trace = answered();
        var alice = alice(trace).ssrc(77).packets(100);
        for (int i = 0; i < times; i++) {
            alice.loses(2).packets(23);
        }
        bob(trace).packets(500);
        return trace;
    }

    @Test
    void lossIsTold() {
        Trace trace = bye(losing(16), 10);

        assertThat(found(trace)).containsExactly("media-loss");
        assertThat(trace.the("media-loss").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void lossThatTheReceiverSeesTooIsCertain() {
        Trace trace = losing(16);
        reports(trace, 32, 16);

        assertThat(trace.the("media-loss").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void lossOfWhichTheReceiverSeesAFewOnlyIsNotCertain() {
        Trace trace = losing(16);
        reports(trace, 4, 2);

        assertThat(trace.the("media-loss").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void lossThatTheReceiverDoesNotSeeIsTheCaptures() {
        Trace trace = losing(16);
        reports(trace, 0, 0);

        assertThat(found(bye(trace, 10))).containsExactly("capture-lost-media");
    }

    @Test
    void lossBehindThePointOfCaptureIsReported() {
        Trace trace = losing(0);
        alice(trace).ssrc(77).sequence(1100).packets(400);
        reports(trace, 60, 30);

        assertThat(found(bye(trace, 10))).containsExactly("media-loss-reported");
    }

    @Test
    void aPacketNowAndThenIsNothing() {
        assertThat(found(bye(losing(2), 10))).isEmpty();
    }

    @Test
    void numbersThatJumpWithoutTimeAreNoLoss() {
        Trace trace = answered();
        alice(trace).packets(100).sequence(1600).packets(400);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void whatIsMissingWhileAnnouncementsGoOneWayWasNotSent() {
        Trace trace = answered();
        alice(trace).packets(100).loses(400).packets(100);
        bob(trace).packets(600);
        changed(trace.after(2), 2, SoundCall.ALICE + "a=recvonly", SoundCall.BOB + "a=sendonly");
        changed(trace.after(8), 3, SoundCall.ALICE, SoundCall.BOB);

        assertThat(found(bye(trace, 2))).isEmpty();
    }

    @Test
    void silenceThatIsNotSentIsNoLoss() {
        Trace trace = answered();
        alice(trace).packets(200).pauses(1_500_000).packets(200);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void packetsThatComeInBurstsAreTold() {
        Trace trace = answered();
        var alice = alice(trace);
        for (int i = 0; i < 500; i++) {
            alice.packet(i % 2 == 0 ? 0 : 140_000);
        }
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).containsExactly("media-jitter");
    }

    @Test
    void whatABufferEvensOutIsWell() {
        Trace trace = answered();
        var alice = alice(trace);
        for (int i = 0; i < 500; i++) {
            alice.packet(i % 2 == 0 ? 0 : 19_000);
        }
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void anotherCodecWithAnotherClockIsNotUneven() {
        Trace trace = answered(
                description("198.51.100.1", 4000, "0 111", ""), description("198.51.100.2", 6000, "0 111", ""));
        alice(trace).packets(200).type(111).ticks(960, 48_000).packets(300);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).containsExactly("codec-changed-silently");
    }

    private static void stalls(Talker talker) {
        talker.packets(150).loses(15).packets(200).loses(15).packets(120);
    }

    private static void unhurt(Talker talker) {
        talker.packets(500);
    }

    private static Trace twoCalls(Consumer<Talker> alice, Consumer<Talker> bob, Consumer<Talker> carol) {
        Trace trace = answered();
        alice.accept(alice(trace));
        bob.accept(bob(trace));
        carol.accept(trace.media("carol", 4444).to("bob", 6666));
        return bye(trace, 10);
    }

    @Test
    void whereAllStreamsLackTheSameTheCaptureStoodStill() {
        Trace trace = twoCalls(MediaQualityTest::stalls, MediaQualityTest::stalls, MediaQualityTest::stalls);

        assertThat(found(trace)).containsExactly("capture-stalled");
        var finding = trace.the("capture-stalled");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values())
                .containsEntry("lost", Value.of(60L))
                .containsEntry("times", Value.of(2))
                .containsEntry("streams", Value.of(3));
    }

    private static Trace stalledCalls(int singles, int reported) {
        Trace trace = answered();
        var alice = alice(trace).ssrc(77);
        stalls(alice);
        for (int i = 0; i < singles; i++) {
            alice.loses(1).packets(10);
        }
        stalls(bob(trace));
        stalls(trace.media("carol", 4444).to("bob", 6666));
        trace.after(10);
        reports(trace, reported, 16);
        return bye(trace, 2);
    }

    @Test
    void whatAReceiverMissesTooIsNotTheCapturesAnywhere() {
        Trace trace = stalledCalls(0, 30);

        assertThat(found(trace)).containsExactly("media-loss", "media-loss");
    }

    @Test
    void aReceiverThatMissesNothingSpeaksForTheCapture() {
        assertThat(found(stalledCalls(0, 0))).contains("capture-stalled").doesNotContain("media-loss");
    }

    @Test
    void singleLossesThatAReceiverReportsDoNotConfirmTheHoles() {
        assertThat(found(stalledCalls(40, 40))).contains("capture-stalled");
    }

    @Test
    void aStreamThatLacksNothingSpeaksForTheCapture() {
        assertThat(found(twoCalls(MediaQualityTest::stalls, MediaQualityTest::stalls, MediaQualityTest::unhurt)))
                .containsExactly("media-loss", "media-loss");
    }

    @Test
    void whatIsMissingInOneDirectionOnlyWasLost() {
        assertThat(found(twoCalls(MediaQualityTest::stalls, MediaQualityTest::unhurt, MediaQualityTest::stalls)))
                .containsExactly("media-loss");
    }

    @Test
    void twoStreamsThatLackTheSameMayBothHaveLostIt() {
        Trace trace = answered();
        stalls(alice(trace));
        stalls(bob(trace));

        assertThat(found(bye(trace, 10))).containsExactly("media-loss", "media-loss");
    }

    @Test
    void manySingleLossesBesideAStallAreLosses() {
        Trace trace = twoCalls(
                alice -> {
                    stalls(alice);
                    for (int i = 0; i < 20; i++) {
                        alice.loses(1).packets(10);
                    }
                },
                MediaQualityTest::stalls,
                MediaQualityTest::stalls);

        assertThat(found(trace)).contains("media-loss", "capture-stalled");
    }
}
