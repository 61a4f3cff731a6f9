package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class CanceledTooLateTest {

    private final Trace trace = Trace.ofSignaling();

    private void crossed(int toTheCancel) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(5).from("alice").to("bob").request("CANCEL");
        trace.from("bob").to("alice").responds(200);
        trace.from("bob").to("alice").responds(toTheCancel, "CANCEL");
    }

    @Test
    void theCallerHangsUpAsItMust() {
        crossed(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");

        var finding = trace.the("cancel-crossed-answer");

        assertThat(Trace.frames(finding)).containsExactly(3L, 4L, 7L);
        assertThat(trace.found()).containsExactly("cancel-crossed-answer");
    }

    @Test
    void theCallIsLeftOpen() {
        crossed(481);
        trace.from("alice").to("bob").inside("ACK");
        trace.goesOn(60);

        var finding = trace.the("cancel-crossed-answer-no-bye");

        assertThat(Trace.frames(finding)).containsExactly(3L, 4L);
        assertThat(finding.values())
                .containsEntry("canceler", Value.of(trace.address("alice")))
                .containsEntry("answerer", Value.of(trace.address("bob")));
    }

    @Test
    void aCaptureThatEndsRightThenSaysNothing() {
        crossed(200);

        assertThat(trace.found()).containsExactly("capture-ended-in-call");
    }

    @Test
    void aProxyThatCancelsTheOtherForkIsNoCrossing() {
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("proxy").to("carol").request("INVITE");
        trace.from("bob").to("proxy").responds(200);
        trace.from("proxy").to("carol").request("CANCEL");
        trace.from("carol").to("proxy").responds(200, "CANCEL");
        trace.from("carol").to("proxy").toTag("carol-tag").responds(487);
        trace.from("proxy").to("bob").inside("ACK");
        trace.goesOn(60);

        assertThat(trace.found()).noneMatch(kind -> kind.startsWith("cancel-crossed"));
    }

    @Test
    void theOtherSideThatAnswersInSpiteOfTheCancel() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(5).from("alice").to("bob").request("CANCEL");
        trace.from("bob").to("alice").responds(200, "CANCEL");
        trace.after(8).from("bob").to("alice").answers();
        trace.from("alice").to("bob").cseq(2).inside("BYE");

        assertThat(trace.the("cancel-crossed-answer").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whoTalksForAMinuteDidNotHangUp() {
        crossed(481);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(60).from("alice").to("bob").cseq(2).inside("BYE");

        assertThat(trace.the("cancel-crossed-answer").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whereSomebodyElseAnsweredNobodyHungUp() {
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(180);
        trace.after(5)
                .from("proxy")
                .to("bob")
                .header("Reason: SIP;cause=200;text=\"Call completed elsewhere\"")
                .request("CANCEL");
        trace.from("bob").to("proxy").responds(200);
        trace.from("bob").to("proxy").responds(481, "CANCEL");
        trace.from("proxy").to("bob").inside("ACK");
        trace.from("proxy").to("bob").cseq(2).inside("BYE");

        assertThat(trace.found()).doesNotContain("cancel-crossed-answer");
    }

    @Test
    void aChangeThatIsCanceledTooLateLeavesTheCallUp() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(5).from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(100);
        trace.after(3).from("alice").to("bob").cseq(2).inside("CANCEL");
        trace.from("bob").to("alice").cseq(2).responds(200);
        trace.from("bob").to("alice").cseq(2).responds(481, "CANCEL");
        trace.from("alice").to("bob").cseq(2).inside("ACK");
        trace.goesOn(60);

        assertThat(trace.found()).noneMatch(kind -> kind.startsWith("cancel-crossed"));
    }
}
