package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class ForkNotCanceledTest {

    private final Trace trace = Trace.ofSignaling();

    private void forked() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.01).from("proxy").to("bob").request("INVITE");
        trace.from("proxy").to("carol").request("INVITE");
        trace.after(0.3).from("bob").to("proxy").toTag("b").responds(180);
        trace.from("carol").to("proxy").toTag("c").responds(180);
    }

    private void bobAnswers() {
        trace.after(4).from("bob").to("proxy").toTag("b").responds(200);
        trace.from("proxy").to("alice").toTag("b").responds(200);
        trace.from("alice").to("proxy").toTag("b").inside("ACK");
    }

    private void carolEnds(double after, int status) {
        trace.after(after).from("carol").to("proxy").toTag("c").responds(status);
        trace.from("proxy").to("carol").acknowledges();
    }

    @Test
    void aPhoneThatRingsOnAfterTheAnswer() {
        forked();
        bobAnswers();
        carolEnds(40, 480);

        assertThat(trace.the("fork-not-canceled").values())
                .containsEntry("phone", Value.of(trace.address("carol")))
                .containsEntry("proxy", Value.of(trace.address("proxy")))
                .containsEntry("span", Trace.seconds(40));
    }

    @Test
    void aPhoneThatIsCanceled() {
        forked();
        bobAnswers();
        trace.from("proxy").to("carol").request("CANCEL");
        trace.from("carol").to("proxy").responds(200, "CANCEL");
        carolEnds(40, 487);

        assertThat(trace.found()).doesNotContain("fork-not-canceled");
    }

    @Test
    void aPhoneWhoseCancelWasNotCaptured() {
        forked();
        bobAnswers();
        carolEnds(40, 487);

        assertThat(trace.found()).doesNotContain("fork-not-canceled");
    }

    @Test
    void aPhoneThatWasBusyBefore() {
        forked();
        carolEnds(1, 486);
        bobAnswers();

        assertThat(trace.found()).doesNotContain("fork-not-canceled");
    }

    @Test
    void aRefusalThatCrossesTheCancel() {
        forked();
        bobAnswers();
        carolEnds(1, 486);

        assertThat(trace.found()).doesNotContain("fork-not-canceled");
    }
}
