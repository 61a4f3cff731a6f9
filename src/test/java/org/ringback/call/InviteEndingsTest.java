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

    @Test
    void theCallerHangsUp() {
        flow.talking().after(60).from("alice").to("bob").cseq(2).bye();
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
        flow.talking().after(60).from("bob").to("alice").byCallee().bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
    }

    @Test
    void bothHangUpAndTheFirstByeCounts() {
        flow.talking().after(60).from("bob").to("alice").byCallee().bye();
        flow.after(0.001).from("alice").to("bob").cseq(2).bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLEE);
    }

    @Test
    void theCallerHangsUpWhileItRings() {
        flow.ringing().after(5).from("alice").to("bob").cancel();
        flow.from("bob").to("alice").responds(200, "CANCEL");
        flow.refused(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.CANCELED);
        assertThat(flow.outcome().failed()).isFalse();
        assertThat(flow.only().times().ringTime()).contains(Duration.ofSeconds(5));
        assertThat(flow.only().transactions()).hasSize(2);
        assertThat(flow.only().transactions().getFirst().canceledBy()).isPresent();
    }

    @Test
    void theAnswerOvertakesTheCancel() {
        flow.ringing().from("alice").to("bob").cancel();
        flow.from("bob").to("alice").responds(200);
        flow.from("alice").to("bob").ack();
        flow.from("alice").to("bob").cseq(2).bye();

        assertThat(flow.outcome().ending()).isEqualTo(Ending.ANSWERED_ENDED_BY_CALLER);
    }

    @Test
    void aByeBeforeTheAnswerIsACancel() {
        flow.ringing().from("alice").to("bob").cseq(2).bye();
        flow.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(flow.outcome().ending()).isEqualTo(Ending.CANCELED);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 480, 486, 408, 503, 603})
    void theCalleeRefuses(int status) {
        flow.from("alice").to("bob").invite();
        flow.refused(status);

        assertThat(flow.outcome()).isEqualTo(new Outcome(Ending.REJECTED, status, flow.address("bob"), Unclear.NONE));
        assertThat(flow.outcome().failed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 480})
    void nobodyAnswersAndTheNetworkSaysSo(int status) {
        flow.ringing().after(60);
        flow.refused(status);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Reason: Q.850;cause=19;text=\"no answer\"", "Reason: SIP ;cause=480", "reason: sip;cause=408"})
    void nobodyAnswersAndTheCancelSaysSo(String reason) {
        flow.ringing().after(20).from("alice").to("bob").header(reason).cancel();
        flow.refused(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.NO_ANSWER);
    }

    @Test
    void anotherReasonIsNoSuchSign() {
        flow.ringing()
                .after(20)
                .from("alice")
                .to("bob")
                .header("Reason: Q.850;cause=16")
                .cancel();
        flow.refused(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.CANCELED);
    }

    @Test
    void nobodyAnswersUntilTheInviteExpires() {
        flow.from("alice").to("bob").header("Expires: 30").invite();
        flow.from("bob").to("alice").responds(180);
        flow.after(30).from("alice").to("bob").cancel();
        flow.refused(487);

        assertThat(flow.outcome().ending()).isEqualTo(Ending.NO_ANSWER);
    }

    @Test
    void nobodyAnswersForThreeMinutes() {
        flow.ringing().after(180).from("alice").to("bob").cancel();
        flow.refused(487);

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
    void aChallengeThatIsAnsweredIsOneCall() {
        flow.from("alice").to("bob").invite();
        flow.refused(401);
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
        flow.refused(407);
        flow.from("alice").to("bob").cseq(2).fromTag("new").invite();
        flow.from("bob").to("alice").cseq(2).fromTag("new").responds(486);

        assertThat(flow.outcome().code()).isEqualTo(486);
    }

    @Test
    void aChallengeThatIsNotAnsweredIsARefusal() {
        flow.from("alice").to("bob").invite();
        flow.refused(407);

        assertThat(flow.outcome()).isEqualTo(new Outcome(Ending.REJECTED, 407, flow.address("bob"), Unclear.NONE));
    }

    @Test
    void anAnswerThatNobodyAcknowledges() {
        flow.ringing().from("bob").to("alice").responds(200);
        for (double wait : new double[] {0.5, 1, 2, 4, 4}) {
            flow.after(wait).from("bob").to("alice").responds(200);
        }

        assertThat(flow.outcome())
                .isEqualTo(new Outcome(Ending.CANNOT_BE_TOLD, 200, flow.address("bob"), Unclear.NEVER_ACKNOWLEDGED));
        assertThat(flow.outcome().failed()).isTrue();
    }

    @Test
    void withoutACodeNobodySaidIt() {
        flow.ringing();

        assertThat(flow.outcome().firstSaidBy()).isEqualTo(Endpoint.UNKNOWN);
    }
}
