package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class TerminatedWithoutCancelTest {

    private final Trace trace = Trace.ofSignaling();

    @Test
    void a487ForNoReasonThatWasCaptured() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(9).from("bob").to("alice").responds(487);

        var finding = trace.the("terminated-without-cancel");

        assertThat(Trace.frames(finding)).containsExactly(3L);
        assertThat(finding.values()).containsEntry("refuser", Value.of(trace.address("bob")));
        assertThat(trace.found()).containsExactly("terminated-without-cancel");
    }

    @Test
    void aProxyThatCanceledByItself() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(180);
        trace.from("proxy").to("alice").responds(180);
        trace.after(30).from("proxy").to("bob").request("CANCEL");
        trace.from("bob").to("proxy").responds(200, "CANCEL");
        trace.from("bob").to("proxy").responds(487);
        trace.from("proxy").to("alice").responds(487);

        var finding = trace.the("canceled-by-proxy");

        assertThat(Trace.frames(finding)).containsExactly(5L, 7L);
        assertThat(finding.values())
                .containsEntry("canceler", Value.of(trace.address("proxy")))
                .containsEntry("receiver", Value.of(trace.address("bob")))
                .containsEntry("wait", Trace.seconds(30));
    }

    @Test
    void aCancelThatThePassedOnIsTheCallers() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(180);
        trace.from("alice").to("proxy").request("CANCEL");
        trace.from("proxy").to("bob").request("CANCEL");
        trace.from("bob").to("proxy").responds(487);
        trace.from("proxy").to("alice").responds(487);

        assertThat(trace.found()).containsExactly("canceled-call");
    }

    @Test
    void aByeBeforeTheAnswerIsAReason() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
        trace.from("bob").to("alice").responds(487);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void theResponseToACancelShowsThatThereWasOne() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("pbx").request("INVITE");
        trace.from("pbx").to("alice").responds(180);
        trace.after(5).from("pbx").to("alice").header("CSeq: 1 CANCEL").responds(200);
        trace.from("pbx").to("alice").refuses(487);

        assertThat(trace.found()).doesNotContain("terminated-without-cancel");
    }
}
