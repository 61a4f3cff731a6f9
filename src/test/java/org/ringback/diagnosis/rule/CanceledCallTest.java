package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

class CanceledCallTest {

    @Test
    void a487AfterACancelIsItsReceipt() {
        var trace = ringing();
        trace.after(5).from("alice").to("proxy").request("CANCEL");
        trace.from("proxy").to("alice").responds(200, "CANCEL");
        trace.from("proxy").to("alice").responds(487);
        trace.from("alice").to("proxy").acknowledges();

        var finding = trace.the("canceled-call");

        assertThat(Trace.frames(finding)).containsExactly(4L, 6L);
        assertThat(finding.values()).containsEntry("canceler", Value.of(trace.address("alice")));
        assertThat(finding.kind().weight()).isEqualTo(Weight.NORMAL);
    }

    @Test
    void anAnsweredCallIsNotCanceled() {
        var trace = ringing();
        trace.after(5).from("proxy").to("alice").responds(200);
        trace.from("alice").to("proxy").inside("ACK");

        assertThat(trace.found()).doesNotContain("canceled-call");
    }

    private static Trace ringing() {
        var trace = new Trace();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        return trace.after(0.2).from("proxy").to("alice").responds(180);
    }

    @Test
    void aChangeThatIsCanceledIsNoCallThatIs() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(5).from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(100);
        trace.after(3).from("alice").to("bob").cseq(2).inside("CANCEL");
        trace.from("bob").to("alice").cseq(2).responds(200, "CANCEL");
        trace.from("bob").to("alice").cseq(2).responds(487);
        trace.from("alice").to("bob").cseq(2).acknowledges();
        trace.after(9).from("alice").to("bob").cseq(3).inside("BYE");
        trace.from("bob").to("alice").cseq(3).responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("canceled-call");
    }
}
