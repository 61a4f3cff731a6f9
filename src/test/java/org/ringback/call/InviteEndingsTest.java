package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Endpoint;

/** How calls end, each rule on a flow made for it. */
class InviteEndingsTest {

    private final Flow flow = new Flow();

    private Flow ringing() {
        flow.from("alice").to("bob").invite();
        flow.from("bob").to("alice").responds(100);
        return flow.after(1).from("bob").to("alice").responds(180);
    }

    private Flow talking() {
        ringing().after(4).from("bob").to("alice").responds(200);
        return flow.from("alice").to("bob").ack();
    }

    private Flow refused(int status) {
        flow.from("bob").to("alice").responds(status);
        return flow.from("alice").to("bob").ackToFailure();
    }

    @Test
    void theCallerHangsUp() {
        talking().after(60).from("alice").to("bob").cseq(2).bye();
        flow.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(flow.outcome())
                .isEqualTo(new Outcome(Ending.ANSWERED_ENDED_BY_CALLER, 200, flow.address("bob"), Unclear.NONE));
        var times = flow.only().times();
        assertThat(times.postDialDelay()).contains(Duration.ofSeconds(1));
        assertThat(times.ringTime()).contains(Duration.ofSeconds(4));
        assertThat(times.talkTime()).contains(Duration.ofSeconds(60));
    }

    @Test
    void theCalleeHangsUp() {
        talking().after(60).from("bob").to("alice").byCallee().bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
    }

    @Test
    void bothHangUpAndTheFirstByeCounts() {
        talking().after(60).from("bob").to("alice").byCallee().bye();
        flow.after(0.001).from("alice").to("bob").cseq(2).bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
    }

    @Test
    void theCaptureEndsWhileTheyTalk() {
        talking().after(600);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);
        assertThat(flow.only().times().talkTime()).isEmpty();
    }

    @Test
    void nothingButMediaCameWhileTheAnswerWasDue() {
        flow.from("alice").to("bob").invite();
        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);

        flow.assembler().reached(Flow.START + 32_000_000);
        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.TIMED_OUT_LOCALLY));
        assertThat(flow.assembler().captureEnd()).isEqualTo(Flow.START + 32_000_000);
    }

    @Test
    void theCaptureEndsWhileItRings() {
        ringing();

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.STILL_RUNNING));
    }

    @Test
    void theCallerHangsUpWhileItRings() {
        ringing().after(5).from("alice").to("bob").cancel();
        flow.from("bob").to("alice").responds(200, "CANCEL");
        refused(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.CANCELED);
        assertThat(flow.outcome().failed()).isFalse();
        assertThat(flow.only().times().ringTime()).contains(Duration.ofSeconds(5));
        assertThat(flow.only().transactions()).hasSize(2);
        assertThat(flow.only().transactions().getFirst().canceledBy()).isPresent();
    }

    @Test
    void a487ThatWasNotCapturedIsACancelAllTheSame() {
        ringing().from("alice").to("bob").cancel();

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.CANCELED));
    }

    @Test
    void theAnswerOvertakesTheCancel() {
        ringing().from("alice").to("bob").cancel();
        flow.from("bob").to("alice").responds(200);
        flow.from("alice").to("bob").ack();
        flow.from("alice").to("bob").cseq(2).bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLER);
    }

    @Test
    void aByeBeforeTheAnswerIsACancel() {
        ringing().from("alice").to("bob").cseq(2).bye();
        flow.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(flow.outcome().ending()).isEqualTo(Ending.CANCELED);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 480, 486, 408, 503, 603})
    void theCalleeRefuses(int status) {
        flow.from("alice").to("bob").invite();
        refused(status);

        assertThat(flow.outcome()).isEqualTo(new Outcome(Ending.REJECTED, status, flow.address("bob"), Unclear.NONE));
        assertThat(flow.outcome().failed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 480})
    void nobodyAnswersAndTheNetworkSaysSo(int status) {
        ringing().after(60);
        refused(status);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Reason: Q.850;cause=19;text=\"no answer\"", "Reason: SIP ;cause=480", "reason: sip;cause=408"})
    void nobodyAnswersAndTheCancelSaysSo(String reason) {
        ringing().after(20).from("alice").to("bob").header(reason).cancel();
        refused(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.NO_ANSWER);
    }

    @Test
    void anotherReasonIsNoSuchSign() {
        ringing()
                .after(20)
                .from("alice")
                .to("bob")
                .header("Reason: Q.850;cause=16")
                .cancel();
        refused(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.CANCELED);
    }

    @Test
    void nobodyAnswersUntilTheInviteExpires() {
        flow.from("alice").to("bob").header("Expires: 30").invite();
        flow.from("bob").to("alice").responds(180);
        flow.after(30).from("alice").to("bob").cancel();
        refused(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.NO_ANSWER);
    }

    @Test
    void nobodyAnswersForThreeMinutes() {
        ringing().after(180).from("alice").to("bob").cancel();
        refused(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.NO_ANSWER);
    }

    @Test
    void nobodyIsThere() {
        flow.from("alice").to("bob").invite();
        for (double wait : new double[] {0.5, 1, 2, 4, 8, 16}) {
            flow.after(wait).from("alice").to("bob").invite();
        }

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.TIMED_OUT_LOCALLY));
        assertThat(flow.only().retransmissions()).isEqualTo(6);
    }

    @Test
    void nobodyIsThereOverTcp() {
        flow.from("alice").to("bob").invite();
        flow.call("call-2", "carol", "dave").after(31).from("carol").to("dave").outside("OPTIONS");
        assertThat(flow.calls().getFirst().outcome().ending()).isEqualTo(Ending.STILL_RUNNING);

        flow.after(1).from("carol").to("dave").outside("OPTIONS");
        assertThat(flow.calls().getFirst().outcome().ending()).isEqualTo(Ending.TIMED_OUT_LOCALLY);
    }

    @Test
    void withoutTimesSilenceSaysNothing() {
        flow.untimed().from("alice").to("bob").invite();

        assertThat(flow.outcome()).isEqualTo(Outcome.cannotBeTold(Unclear.NO_RESPONSE_CAPTURED));
        assertThat(flow.only().times()).isEqualTo(CallTimes.UNKNOWN);
    }

    @Test
    void aChallengeThatIsAnsweredIsOneCall() {
        flow.from("alice").to("bob").invite();
        refused(401);
        flow.after(0.5).from("alice").to("bob").cseq(2).invite();
        flow.after(1).from("bob").to("alice").cseq(2).responds(180);
        flow.after(2).from("bob").to("alice").cseq(2).responds(200);
        flow.from("alice").to("bob").cseq(2).ack();
        flow.after(10).from("alice").to("bob").cseq(3).bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLER);
        assertThat(flow.only().times().postDialDelay()).contains(Duration.ofMillis(1500));
    }

    @Test
    void aChallengeThatIsAnsweredUnderAnotherTagIsOneCall() {
        flow.from("alice").to("bob").invite();
        refused(407);
        flow.from("alice").to("bob").cseq(2).fromTag("new").invite();
        flow.from("bob").to("alice").cseq(2).fromTag("new").responds(486);

        assertThat(flow.outcome().code()).isEqualTo(486);
    }

    @Test
    void aChallengeThatIsNotAnsweredIsARefusal() {
        flow.from("alice").to("bob").invite();
        refused(407);

        assertThat(flow.outcome()).isEqualTo(new Outcome(Ending.REJECTED, 407, flow.address("bob"), Unclear.NONE));
    }

    @Test
    void theCaptureBeginsInTheMiddle() {
        flow.from("alice").to("bob").cseq(2).inside("INVITE");
        flow.from("bob").to("alice").cseq(2).responds(200);
        flow.from("alice").to("bob").cseq(2).ack();
        flow.from("alice").to("bob").cseq(3).bye();

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.BEGAN_BEFORE_CAPTURE));
        assertThat(flow.only().method()).isEqualTo("INVITE");
    }

    @Test
    void aByeAloneIsTheRestOfACall() {
        flow.from("bob").to("alice").byCallee().bye();
        flow.from("alice").to("bob").byCallee().responds(200, "BYE");

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.BEGAN_BEFORE_CAPTURE));
    }

    @Test
    void anAnswerThatNobodyAcknowledges() {
        ringing().from("bob").to("alice").responds(200);
        for (double wait : new double[] {0.5, 1, 2, 4, 4}) {
            flow.after(wait).from("bob").to("alice").responds(200);
        }

        assertThat(flow.outcome())
                .isEqualTo(new Outcome(Ending.CANNOT_BE_TOLD, 200, flow.address("bob"), Unclear.NEVER_ACKNOWLEDGED));
        assertThat(flow.outcome().failed()).isTrue();
    }

    @Test
    void theFinalResponseWasNotCaptured() {
        flow.from("alice").to("bob").invite();
        flow.from("alice").to("bob").ackToFailure();

        assertThat(flow.outcome()).isEqualTo(Outcome.cannotBeTold(Unclear.FINAL_RESPONSE_NOT_CAPTURED));
    }

    @Test
    void theAnswerWasNotCaptured() {
        ringing().from("alice").to("bob").ack();
        flow.after(9).from("bob").to("alice").byCallee().bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
        assertThat(flow.only().times().talkTime()).isEmpty();
    }

    @Test
    void nothingIsHeardAnyMoreOfACallThatRang() {
        ringing().call("call-2", "carol", "dave");
        flow.after(300).from("carol").to("dave").outside("OPTIONS");

        assertThat(flow.calls().getFirst().outcome())
                .isEqualTo(Outcome.cannotBeTold(Unclear.FINAL_RESPONSE_NOT_CAPTURED));
    }

    @Test
    void withoutACodeNobodySaidIt() {
        ringing();

        assertThat(flow.outcome().firstSaidBy()).isEqualTo(Endpoint.UNKNOWN);
    }

    @Test
    void aByeThatLostATagStillEndsTheCall() {
        talking().after(9).from("alice").to("bob").cseq(2).fromTag("").bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLER);
    }

    @Test
    void aPeerWithoutTagsCanHangUpToo() {
        talking().after(9).from("bob").to("alice").byCallee().toTag("").bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
    }
}
