package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class RefusedPrackTest {

    private final Trace trace = Trace.ofSignaling();

    private void progress(String... headers) {
        trace.from("alice").to("bob").header("Supported: 100rel").request("INVITE");
        var step = trace.from("bob").to("alice");
        for (String header : headers) {
            step.header(header);
        }
        step.responds(183);
    }

    private void prack(String rack, int status) {
        trace.after(0.1).from("alice").to("bob").cseq(2).header("RAck: " + rack).inside("PRACK");
        trace.from("bob").to("alice").cseq(2).responds(status, "PRACK");
    }

    @Test
    void aPrackThatFitsAndIsRefusedEndsTheCall() {
        progress("Require: 100rel", "RSeq: 77");
        prack("77 1 INVITE", 403);
        trace.from("bob").to("alice").responds(500);

        assertThat(trace.found()).contains("prack-refused-call-failed").doesNotContain("server-failed");
    }

    @Test
    void aPrackThatIsAcceptedDoesNot() {
        progress("Require: 100rel", "RSeq: 77");
        prack("77 1 INVITE", 200);
        trace.from("bob").to("alice").responds(500);

        assertThat(trace.found()).doesNotContain("prack-refused-call-failed");
    }

    @Test
    void aPrackThatIsRefusedMayDoNoHarm() {
        progress("Require: 100rel", "RSeq: 77");
        prack("77 1 INVITE", 403);
        trace.from("bob").to("alice").answers();

        assertThat(trace.found()).doesNotContain("prack-refused-call-failed");
    }

    @Test
    void aPrackForANumberThatNobodyGave() {
        progress("Require: 100rel", "RSeq: 77");
        prack("77 2 INVITE", 481);

        assertThat(trace.the("prack-names-another").values())
                .containsEntry("rack", Value.of("77 2 INVITE"))
                .containsEntry("expected", Value.of("77 1 INVITE"));
        assertThat(trace.found()).doesNotContain("prack-refused");
        // The response with this number may not have been captured.
        assertThat(trace.the("prack-names-another").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aPrackForAResponseThatWantsNone() {
        progress();
        prack("undefined 1 INVITE", 400);

        assertThat(trace.the("prack-for-nothing").values()).containsEntry("rack", Value.of("undefined 1 INVITE"));
    }

    @Test
    void aPrackForTheRightOneThatIsRefusedAllTheSame() {
        progress("Require: 100rel", "RSeq: 77");
        prack("77 1 INVITE", 481);

        assertThat(trace.found()).contains("prack-refused").doesNotContain("prack-names-another", "prack-for-nothing");
    }

    @Test
    void aResponseThatIsRepeatedAlthoughItsPrackWasAccepted() {
        progress("Require: 100rel", "RSeq: 77");
        prack("77 1 INVITE", 200);
        for (int i = 0; i < 3; i++) {
            trace.after(1)
                    .from("bob")
                    .to("alice")
                    .header("Require: 100rel")
                    .header("RSeq: 77")
                    .responds(183);
        }

        assertThat(trace.the("prack-not-heeded").values()).containsEntry("times", Value.of(3));
    }

    @Test
    void aNewReliableResponseIsNoRepetition() {
        progress("Require: 100rel", "RSeq: 77");
        prack("77 1 INVITE", 200);
        for (int i = 0; i < 3; i++) {
            trace.after(1)
                    .from("bob")
                    .to("alice")
                    .header("Require: 100rel")
                    .header("RSeq: 78")
                    .responds(183);
        }

        assertThat(trace.found()).doesNotContain("prack-not-heeded");
    }
}
