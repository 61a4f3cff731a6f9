package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.media.Reporter;

/** What devices themselves measured, and told by PUBLISH or RTCP. */
class ReportedQualityTest {

    private static final String GOOD = "PacketLoss: NLR=0.0 JDR=0.0\nQualityEst: RLQ=92 RCQ=90 MOSLQ=4.2 MOSCQ=4.1\n";
    private static final String BAD = "PacketLoss: NLR=7.5 JDR=2.5\nQualityEst: RLQ=55 RCQ=43 MOSLQ=2.8 MOSCQ=2.3\n";
    private static final String UNKNOWN =
            "PacketLoss: NLR=0.0 JDR=0.0\nQualityEst: RLQ=127 RCQ=127 MOSLQ=127 MOSCQ=127\n";

    private static Trace published(String callId, String local, String remote) {
        Trace trace = answered();
        alice(trace).packets(500);
        bob(trace).packets(500);
        return publish(bye(trace, 10), callId, local, remote);
    }

    private static Trace publish(Trace trace, String callId, String local, String remote) {
        String body = "VQSessionReport: CallTerm\nCallID: " + callId
                + "\nLocalID: Bob <sip:bob@example.com>\nRemoteID: <sip:alice@example.com>\n"
                + "LocalAddr: IP=198.51.100.2 PORT=6000 SSRC=0x58\nLocalMetrics:\n" + local + "RemoteMetrics:\n"
                + remote;
        return trace.after(1)
                .call("publish-" + trace.calls().size(), "bob", "collector")
                .from("bob")
                .to("collector")
                .body("application/vq-rtcpxr", body)
                .header("Event: vq-rtcpxr")
                .request("PUBLISH");
    }

    private static List<String> foundIn(Trace trace) {
        return Trace.ids(trace.findings("call-1"));
    }

    private static Finding told(Trace trace) {
        return trace.findings("call-1").stream()
                .filter(finding -> finding.kind().id().equals("phone-measured-bad-sound"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPhoneThatMeasuredBadSoundIsHeard() {
        Trace trace = published("call-1", BAD, GOOD);

        assertThat(foundIn(trace)).contains("phone-measured-bad-sound");
        var finding = told(trace);
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.evidence())
                .singleElement()
                .satisfies(proof -> assertThat(proof.name()).isEqualTo("PUBLISH"));
        assertThat(finding.values())
                .containsEntry("phone", Value.of("Bob <sip:bob@example.com>"))
                .containsEntry("lost", new Value.Share(0.075))
                .containsEntry("discarded", new Value.Share(0.025));
    }

    @Test
    void aPhoneThatMeasuredGoodSoundIsWell() {
        assertThat(foundIn(published("call-1", GOOD, GOOD))).isEmpty();
    }

    @Test
    void aReportOnAnotherCallSaysNothingOfThisOne() {
        assertThat(foundIn(published("call-2", BAD, BAD))).isEmpty();
    }

    @Test
    void whatThePhoneDoesNotKnowIsNotBad() {
        assertThat(foundIn(published("call-1", UNKNOWN, UNKNOWN))).isEmpty();
    }

    @Test
    void whoWritesZeroHasNotMeasured() {
        String zero = "QualityEst: RLQ=0 RCQ=0 MOSLQ=0.0 MOSCQ=0.0\n";

        assertThat(foundIn(published("call-1", "PacketLoss: NLR=0.0 JDR=0.0\n" + zero, GOOD)))
                .isEmpty();
        assertThat(foundIn(published("call-1", zero, GOOD))).isEmpty();
        assertThat(foundIn(published("call-1", "QualityEst: RLQ=0\n", GOOD))).isEmpty();
    }

    @Test
    void aRatingOfZeroThatIsMeantShowsByWhatIsMissing() {
        Trace trace = published("call-1", "PacketLoss: NLR=60.0 JDR=2.0\nQualityEst: RLQ=0 MOSLQ=1.0\n", GOOD);

        assertThat(told(trace).values()).containsEntry("rating", Value.of(List.of("MOS-LQ 1.0")));
    }

    @Test
    void aPoorRatingThatNothingExplainsIsNotBelieved() {
        assertThat(foundIn(published("call-1", "PacketLoss: NLR=0.0 JDR=0.0\nQualityEst: MOSLQ=1.0 MOSCQ=1.0\n", GOOD)))
                .isEmpty();
        assertThat(foundIn(published(
                        "call-1", "PacketLoss: NLR=0.0 JDR=0.0\nDelay: RTD=40 ESD=20\nQualityEst: MOSCQ=2.5\n", GOOD)))
                .isEmpty();
    }

    @Test
    void aPoorRatingIsExplainedByLittleLossByDelayOrByWhatIsNotTold() {
        assertThat(foundIn(published("call-1", "PacketLoss: NLR=0.4 JDR=0.0\nQualityEst: MOSCQ=2.5\n", GOOD)))
                .contains("phone-measured-bad-sound");
        assertThat(foundIn(published(
                        "call-1", "PacketLoss: NLR=0.0 JDR=0.0\nDelay: RTD=900 ESD=60\nQualityEst: MOSCQ=2.5\n", GOOD)))
                .contains("phone-measured-bad-sound");
        assertThat(foundIn(published("call-1", "QualityEst: MOSCQ=2.5\n", GOOD)))
                .contains("phone-measured-bad-sound");
    }

    @Test
    void aCallThatNobodyAnsweredHadNoSound() {
        Trace trace = new Trace();
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        trace.from("bob").to("alice").responds(180);

        assertThat(foundIn(publish(trace, "call-1", BAD, GOOD))).doesNotContain("phone-measured-bad-sound");
    }

    @Test
    void whatTheOtherOneToldThePhoneIsNotItsOwnMeasurement() {
        assertThat(foundIn(published("call-1", GOOD, BAD))).isEmpty();
    }

    @Test
    void theLastReportOfAPhoneCounts() {
        Trace trace = published("call-1", BAD, GOOD);
        publish(trace, "call-1", GOOD, GOOD);

        assertThat(foundIn(trace)).isEmpty();
    }

    @Test
    void muchLossIsBadWhateverTheRating() {
        assertThat(foundIn(published("call-1", "PacketLoss: NLR=6.0 JDR=0\n", GOOD)))
                .containsExactly("phone-measured-bad-sound");
    }

    @Test
    void aReportIsHeardWhereNoSoundWasCaptured() {
        Trace trace = publish(bye(answered(), 10), "call-1", BAD, GOOD);

        assertThat(foundIn(trace)).contains("phone-measured-bad-sound");
    }

    private static Trace reported(int about, int lost, int discarded, int factor, int opinion) {
        Trace trace = answered();
        alice(trace).ssrc(77).packets(500);
        bob(trace).packets(500);
        byte[] report = new Reporter()
                .receiver(88, 77, 0, 0, 0, 0, 0)
                .quality(88, about, lost, discarded, factor, opinion)
                .done();
        trace.media("bob", 6001).sends("alice", 4001, report);
        return bye(trace, 10);
    }

    @Test
    void aReceiverThatMeasuredBadSoundIsHeard() {
        Trace trace = reported(77, 0, 40, 48, 25);

        assertThat(trace.found()).contains("receiver-measured-bad-sound");
        var finding = trace.the("receiver-measured-bad-sound");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.sightings()).hasSize(1);
        assertThat(finding.values()).containsEntry("discarded", new Value.Share(40 / 256.0));
    }

    @Test
    void aReceiverThatMeasuredGoodSoundIsWell() {
        assertThat(reported(77, 0, 0, 93, 42).found()).doesNotContain("receiver-measured-bad-sound");
    }

    @Test
    void whatTheReceiverDoesNotKnowIsNotBad() {
        assertThat(reported(77, 0, 0, 127, 127).found()).doesNotContain("receiver-measured-bad-sound");
    }

    @Test
    void theReceiverThatWritesZeroHasNotMeasured() {
        assertThat(reported(77, 0, 0, 0, 0).found()).doesNotContain("receiver-measured-bad-sound");
        assertThat(reported(77, 2, 0, 0, 0).found()).doesNotContain("receiver-measured-bad-sound");
    }

    @Test
    void aPoorRatingOfAReceiverThatNothingExplainsIsNotBelieved() {
        assertThat(reported(77, 0, 0, 48, 25).found()).doesNotContain("receiver-measured-bad-sound");
        assertThat(reported(77, 2, 0, 48, 25).found()).contains("receiver-measured-bad-sound");
    }

    @Test
    void delayExplainsWhatAReceiverThinks() {
        Trace trace = answered();
        alice(trace).ssrc(77).packets(500);
        bob(trace).packets(500);
        byte[] report = new Reporter()
                .receiver(88, 77, 0, 0, 0, 0, 0)
                .quality(88, 77, new int[4], new int[] {0, 0, 900, 60}, 48, 40, 25)
                .done();
        trace.media("bob", 6001).sends("alice", 4001, report);

        assertThat(bye(trace, 10).found()).contains("receiver-measured-bad-sound");
    }

    @Test
    void whatTheReceiverMeasuredOfAnotherStreamIsNotOfThisOne() {
        assertThat(reported(99, 0, 40, 48, 25).found()).doesNotContain("receiver-measured-bad-sound");
    }
}
