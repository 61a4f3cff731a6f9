package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class MistakenAckTest {

    private final Trace trace = Trace.ofSignaling();

    private void answered() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
    }

    private void repeats(int status, int times) {
        for (int i = 0; i < times; i++) {
            trace.after(1).from("bob").to("alice").responds(status);
        }
    }

    @Test
    void anAckWithATagThatNobodyGaveIsNoAck() {
        answered();
        trace.from("alice").to("bob").toTag("invented").inside("ACK");
        repeats(200, 4);

        var finding = trace.the("ack-tag-differs");

        assertThat(Trace.frames(finding)).containsExactly(3L, 2L);
        assertThat(finding.values())
                .containsEntry("sent", Value.of("From alice-tag, To invented"))
                .containsEntry("given", Value.of("From alice-tag, To bob-tag"))
                .containsEntry("repeats", Value.of(4));
        assertThat(trace.found()).containsExactly("ack-tag-differs");
        // Another phone may have given this tag where nobody captured.
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void anAckWithoutTheTagIsNoAck() {
        answered();
        trace.from("alice").to("bob").header("To: <sip:bob@example.com>").inside("ACK");
        repeats(200, 4);

        assertThat(trace.found()).containsExactly("ack-tag-differs", "capture-ended-in-call");
        assertThat(trace.the("ack-tag-differs").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void theAckOfAnotherForkIsNoMistake() {
        answered();
        trace.from("bob").to("alice").toTag("carol-tag").responds(200);
        trace.from("alice").to("bob").toTag("carol-tag").inside("ACK");
        repeats(200, 4);

        assertThat(trace.found()).containsExactly("second-answer-left", "capture-ended-in-call");
        assertThat(trace.the("second-answer-left").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void anAckWithTheNumberOfTheNextRequest() {
        answered();
        trace.from("alice").to("bob").cseq(2).inside("ACK");
        repeats(200, 4);

        assertThat(trace.the("ack-cseq-differs").values())
                .containsEntry("sent", Value.of(2))
                .containsEntry("given", Value.of(1));
        assertThat(trace.found()).containsExactly("ack-cseq-differs", "capture-ended-in-call");
    }

    @Test
    void anAckToARefusalWithAnotherNumber() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(403);
        trace.from("alice").to("bob").header("CSeq: 7 ACK").acknowledges();
        repeats(403, 3);

        assertThat(trace.the("ack-to-refusal-cseq-differs").values())
                .containsEntry("sent", Value.of(7))
                .containsEntry("given", Value.of(1));
        assertThat(trace.found()).containsExactly("refused-at-once", "ack-to-refusal-cseq-differs");
    }

    @Test
    void theAckOfAChangeOfTheCallIsItsOwn() {
        answered();
        trace.from("alice").to("bob").inside("ACK");
        trace.after(5).from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(200);
        trace.from("alice").to("bob").cseq(2).inside("ACK");
        trace.after(5).from("alice").to("bob").cseq(3).inside("BYE");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aCopyThatCrossedTheAckProvesNothing() {
        answered();
        trace.from("alice").to("bob").cseq(2).inside("ACK");
        repeats(200, 1);

        assertThat(trace.found()).containsExactly("capture-ended-in-call");
    }
}
