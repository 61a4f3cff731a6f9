package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class UnansweredCancelTest {

    private final Trace trace = new Trace();

    private void ringing() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(10);
    }

    private void cancels(int times) {
        for (int i = 0; i < times; i++) {
            trace.after(i == 0 ? 0 : 4).from("alice").to("bob").request("CANCEL");
        }
    }

    @Test
    void nobodyAnswersTheCancel() {
        ringing();
        cancels(5);
        trace.goesOn(40);

        var finding = trace.the("cancel-unanswered");

        assertThat(Trace.frames(finding)).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values()).containsEntry("repeats", Value.of(4));
    }

    @Test
    void anAnswerThatIsLateIsAnAnswer() {
        ringing();
        cancels(4);
        trace.from("bob").to("alice").responds(200, "CANCEL");
        trace.from("bob").to("alice").refuses(487);

        assertThat(trace.found()).doesNotContain("cancel-unanswered");
    }

    /** Only the 200 to the CANCEL got lost on the way. */
    @Test
    void whoSays487GotTheCancel() {
        ringing();
        cancels(4);
        trace.from("bob").to("alice").refuses(487);

        assertThat(trace.found()).doesNotContain("cancel-unanswered");
    }

    /** The 100 came from the next server, which need not have asked a phone yet. */
    @Test
    void whoOnlyTriesNeedNotRing() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(100);
        trace.after(10);
        cancels(5);
        trace.goesOn(40);

        assertThat(trace.the("cancel-unanswered").certainty()).isEqualTo(Certainty.LIKELY);
    }
}
