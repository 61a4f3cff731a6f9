package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Transport;

/** How calls end of which not everything was captured: the begin, the end, the times or a message in between. */
class UnseenEndingsTest {

    private final Flow flow = new Flow();

    @Test
    void theCaptureEndsWhileTheyTalk() {
        flow.talking().after(600);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);
        assertThat(flow.only().times().talkTime()).isEmpty();
    }

    @Test
    void nothingButMediaCameWhileTheAnswerWasDue() {
        flow.from("alice").to("bob").invite();
        flow.after(0.5).from("alice").to("bob").invite();
        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);

        flow.assembler().reached(Flow.START + 32_000_000);
        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.TIMED_OUT_LOCALLY));
        assertThat(flow.assembler().captureEnd()).isEqualTo(Flow.START + 32_000_000);
    }

    @Test
    void theCaptureEndsWhileItRings() {
        flow.ringing();

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.STILL_RUNNING));
    }

    @Test
    void a487ThatWasNotCapturedIsACancelAllTheSame() {
        flow.ringing().from("alice").to("bob").cancel();

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.CANCELED));
    }

    @Test
    void withoutTimesSilenceSaysNothing() {
        flow.untimed().from("alice").to("bob").invite();

        assertThat(flow.outcome()).isEqualTo(Outcome.cannotBeTold(Unclear.NO_RESPONSE_CAPTURED));
        assertThat(flow.only().times()).isEqualTo(CallTimes.UNKNOWN);
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
    void theFinalResponseWasNotCaptured() {
        flow.from("alice").to("bob").invite();
        flow.from("alice").to("bob").ackToFailure();

        assertThat(flow.outcome()).isEqualTo(Outcome.cannotBeTold(Unclear.FINAL_RESPONSE_NOT_CAPTURED));
    }

    @Test
    void theAnswerWasNotCaptured() {
        flow.ringing().from("alice").to("bob").ack();
        flow.after(9).from("bob").to("alice").byCallee().bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
        assertThat(flow.only().times().talkTime()).isEmpty();
    }

    @Test
    void nothingIsHeardAnyMoreOfACallThatRang() {
        flow.ringing().call("call-2", "carol", "dave");
        flow.after(300).from("carol").to("dave").outside("OPTIONS");

        assertThat(flow.calls().getFirst().outcome())
                .isEqualTo(Outcome.cannotBeTold(Unclear.FINAL_RESPONSE_NOT_CAPTURED));
    }

    @Test
    void aByeThatLostATagStillEndsTheCall() {
        flow.talking().after(9).from("alice").to("bob").cseq(2).fromTag("").bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLER);
    }

    @Test
    void aPeerWithoutTagsCanHangUpToo() {
        flow.talking().after(9).from("bob").to("alice").byCallee().toTag("").bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
    }

    @Test
    void nobodyIsThereOverTcp() {
        flow.over(Transport.TCP).from("alice").to("bob").invite();
        flow.call("call-2", "carol", "dave").after(31).from("carol").to("dave").outside("OPTIONS");
        assertThat(flow.calls().getFirst().outcome().ending()).isEqualTo(Ending.STILL_RUNNING);

        flow.after(1).from("carol").to("dave").outside("OPTIONS");
        assertThat(flow.calls().getFirst().outcome().ending()).isEqualTo(Ending.TIMED_OUT_LOCALLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "OPTIONS", "REGISTER"})
    void whoNeverRepeatsOverUdpGotAResponseThatWasNotCaptured(String method) {
        flow.from("alice").to("bob").outside(method);
        flow.assembler().reached(Flow.START + 31_999_999);
        assertThat(flow.outcome().ending()).isEqualTo(Ending.STILL_RUNNING);

        flow.assembler().reached(Flow.START + 32_000_000);
        assertThat(flow.outcome()).isEqualTo(Outcome.cannotBeTold(Unclear.NO_RESPONSE_CAPTURED));
        assertThat(flow.outcome().failed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "OPTIONS", "REGISTER"})
    void whoRepeatsOverUdpHeardNothing(String method) {
        flow.from("alice").to("bob").outside(method);
        flow.after(0.5).from("alice").to("bob").outside(method);
        flow.assembler().reached(Flow.START + 32_000_000);

        assertThat(flow.outcome()).isEqualTo(Outcome.of(Ending.TIMED_OUT_LOCALLY));
    }

    @Test
    void theSecondTryWasNotCapturedAndItsAnswerWas() {
        flow.from("alice").to("bob").invite();
        flow.refused(422);
        flow.from("bob").to("alice").cseq(2).responds(180);
        flow.after(2).from("bob").to("alice").cseq(2).responds(200);
        flow.from("alice").to("bob").cseq(2).ack();
        flow.after(9).from("alice").to("bob").cseq(3).bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLER);
        assertThat(flow.outcome().code()).isEqualTo(200);
    }

    @Test
    void theRefusalOfAChangeThatWasNotCapturedIsNoneOfTheCall() {
        flow.talking().after(5);
        flow.from("bob").to("alice").cseq(2).responds(488);
        flow.from("alice").to("bob").cseq(3).bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLER);
    }
}
