package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class UnansweredInviteTest {

    private static final double[] TIMER_A = {0.5, 1, 2, 4, 8, 16};

    private final Trace trace = Trace.ofSignaling();

    private void repeated(String sender, String receiver, int times) {
        trace.from(sender).to(receiver).request("INVITE");
        for (int i = 0; i < times; i++) {
            trace.after(TIMER_A[i]).from(sender).to(receiver).request("INVITE");
        }
    }

    @Test
    void anInviteRepeatedUntilTimerBWasHeardByNobody() {
        repeated("alice", "proxy", 6);

        var finding = trace.the("invite-unanswered-udp");

        assertThat(Trace.frames(finding)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("sender", Value.of(trace.address("alice")))
                .containsEntry("receiver", Value.of(trace.address("proxy")))
                .containsEntry("repeats", Value.of(6))
                .containsEntry("wait", Trace.seconds(31.5));
    }

    @Test
    void aSenderThatGivesUpEarlierWasNotHeardEither() {
        repeated("alice", "proxy", 3);

        assertThat(trace.the("invite-unanswered-udp").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aLateResponseIsAResponse() {
        repeated("alice", "proxy", 5);
        trace.from("proxy").to("alice").responds(100);
        trace.goesOn(60);

        assertThat(trace.found()).doesNotContain("invite-unanswered-udp", "response-not-captured");
    }

    @Test
    void overAConnectionNothingIsRepeated() {
        trace.over(Transport.TCP).from("alice").to("proxy").request("INVITE");
        trace.goesOn(32);

        assertThat(trace.found()).containsExactly("invite-unanswered-tcp");
    }

    @Test
    void aCaptureThatEndsSoonSaysNothing() {
        trace.over(Transport.TLS).from("alice").to("proxy").request("INVITE");
        trace.goesOn(31);

        assertThat(trace.found()).containsExactly("capture-ended-in-setup");
    }

    @Test
    void aLogWithoutTransportMayLackTheRest() {
        trace.over(Transport.UNKNOWN).from("alice").to("proxy").request("INVITE");
        trace.goesOn(40);

        assertThat(trace.the("invite-unanswered").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void overUdpAnInviteThatIsNotRepeatedGotAResponse() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.goesOn(40);

        assertThat(trace.found()).containsExactly("response-not-captured");
    }

    @Test
    void theProxyTells408BecauseTheNextHopIsSilent() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        repeated("proxy", "bob", 4);
        trace.after(5).from("proxy").to("alice").refuses(408);

        var finding = trace.the("next-hop-silent");

        assertThat(Trace.frames(finding)).containsExactly(8L, 3L, 4L, 5L, 6L, 7L);
        assertThat(finding.values())
                .containsEntry("receiver", Value.of(trace.address("bob")))
                .containsEntry("code", new Value.Code(408, "Not Now"));
        assertThat(finding.origin()).isPresent();
        assertThat(trace.found()).doesNotContain("refused-after-trying");
    }

    @Test
    void aSilentForkOfAnAnsweredCallIsATrouble() {
        trace.from("alice").to("proxy").request("INVITE");
        repeated("proxy", "bob", 2);
        trace.from("proxy").to("carol").request("INVITE");
        trace.from("carol").to("proxy").responds(200);
        trace.from("proxy").to("alice").responds(200);
        trace.from("alice").to("carol").inside("ACK");
        trace.from("alice").to("carol").cseq(2).inside("BYE");

        assertThat(trace.found()).containsExactly("tried-in-vain");
    }

    @Test
    void aCallThatWentOnHadAResponse() {
        trace.over(Transport.TCP).from("alice").to("proxy").request("INVITE");
        trace.from("alice").to("proxy").inside("ACK");
        trace.after(60).from("alice").to("proxy").cseq(2).inside("BYE");

        assertThat(trace.found()).containsExactly("only-requests-captured");
    }

    private void talking() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(10);
    }

    private void holdsInVain() {
        for (double pause : new double[] {0, 0.5, 1, 2, 4, 8, 16}) {
            trace.after(pause).from("alice").to("bob").cseq(2).inside("INVITE");
        }
    }

    @Test
    void aChangeThatNobodyAnswersUntilItsSenderHangsUp() {
        talking();
        holdsInVain();
        trace.after(0.5).from("alice").to("bob").cseq(3).inside("BYE");
        trace.from("bob").to("alice").cseq(3).responds(200, "BYE");

        var finding = trace.the("change-unanswered-ended");

        assertThat(Trace.frames(finding)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(finding.values()).containsEntry("after", Trace.seconds(32));
        assertThat(trace.found()).containsExactly("change-unanswered-ended");
    }

    @Test
    void aChangeThatNobodyAnswers() {
        talking();
        holdsInVain();
        trace.goesOn(40);

        assertThat(trace.found()).containsExactly("change-unanswered", "capture-ended-in-call");
    }

    @Test
    void anAckShowsThatTheAnswerToTheChangeWasNotCaptured() {
        talking();
        holdsInVain();
        trace.from("alice").to("bob").cseq(2).inside("ACK");
        trace.after(0.5).from("alice").to("bob").cseq(3).inside("BYE");
        trace.from("bob").to("alice").cseq(3).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void whoHangsUpSoonMayHaveAnotherReasonThanTheChange() {
        talking();
        for (double pause : new double[] {0, 0.5, 1, 2}) {
            trace.after(pause).from("alice").to("bob").cseq(2).inside("INVITE");
        }
        trace.after(0.5).from("alice").to("bob").cseq(3).inside("BYE");
        trace.from("bob").to("alice").cseq(3).responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("change-unanswered-ended");
    }

    /** Over a connection nothing is repeated, so a response may just not have been captured. */
    @Test
    void overAConnectionTheSilenceOfTheNextHopIsNotProven() {
        trace.over(Transport.TCP).from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.from("proxy").to("bob").request("INVITE");
        trace.after(33).from("proxy").to("alice").refuses(408);

        assertThat(trace.the("next-hop-silent").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void anotherProxyPassesOnWhatTheOneBeforeTheSilenceSaid() {
        trace.from("alice").to("edge").request("INVITE");
        trace.from("edge").to("alice").responds(100);
        trace.from("edge").to("proxy").request("INVITE");
        trace.from("proxy").to("edge").responds(100);
        repeated("proxy", "bob", 4);
        trace.after(5).from("proxy").to("edge").responds(408);
        trace.from("edge").to("alice").responds(408);

        var finding = trace.the("next-hop-silent");

        assertThat(finding.values()).containsEntry("receiver", Value.of(trace.address("bob")));
        assertThat(trace.found()).doesNotContain("tried-in-vain");
    }

    @Test
    void withoutAnotherWayNothingWentOn() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        repeated("proxy", "bob", 4);
        trace.after(5).from("proxy").to("alice").responds(404);

        assertThat(trace.found()).doesNotContain("tried-in-vain");
    }
}
