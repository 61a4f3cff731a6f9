package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

class CanceledCallTest {

    @Test
    void a487AfterACancelIsItsReceipt() {
        var trace = ringing();
        trace.after(5).from("alice").to("proxy").cancels();

        var finding = trace.the("canceled-call");

        assertThat(Trace.frames(finding)).containsExactly(4L, 6L);
        assertThat(finding.values()).containsEntry("canceler", Value.of(trace.address("alice")));
        assertThat(finding.kind().weight()).isEqualTo(Weight.NORMAL);
    }

    @Test
    void anAnsweredCallIsNotCanceled() {
        var trace = ringing();
        trace.after(5).from("proxy").to("alice").answers();

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
        trace.from("bob").to("alice").answers();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reason: SIP;cause=200;text=\"Call completed elsewhere\"",
                "Reason: SIP ;cause=200",
                "Reason: Q.850;cause=26;text=\"Non-selected user clearing\""
            })
    void whoIsToldThatAnotherOneAnsweredMissedNothing(String reason) {
        var finding = canceledWith(reason).the("canceled-answered-elsewhere");

        assertThat(Trace.frames(finding)).containsExactly(4L, 6L);
        assertThat(finding.kind().weight()).isEqualTo(Weight.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reason: SIP;cause=200;text=\"RTP timeout\"",
                "Reason: SIP;cause=487;text=\"ORIGINATOR_CANCEL\"",
                "Reason: Q.850;cause=16;text=\"Normal call clearing\""
            })
    void anotherReasonSaysNothingOfAnotherPhone(String reason) {
        assertThat(canceledWith(reason).found()).containsExactly("canceled-call");
    }

    private static Trace canceledWith(String reason) {
        var trace = ringing();
        trace.after(5).from("alice").to("proxy").header(reason).request("CANCEL");
        trace.from("proxy").to("alice").responds(200, "CANCEL");
        trace.from("proxy").to("alice").refuses(487);
        return trace;
    }

    /** A PBX that calls two phones for a caller, and gives the same reason to both whatever comes of it. */
    private static Trace groupOfTwo(boolean answered) {
        var trace = new Trace();
        trace.call("leg-a", "4917012345", "600").from("carrier").to("pbx").request("INVITE");
        trace.from("pbx").to("carrier").responds(100);
        trace.call("leg-1", "4917012345", "201").from("pbx").to("desk").request("INVITE");
        trace.from("desk").to("pbx").responds(180);
        trace.call("leg-2", "4917012345", "202").from("pbx").to("cell").request("INVITE");
        trace.from("cell").to("pbx").responds(180);
        trace.call("leg-a", "4917012345", "600").from("pbx").to("carrier").responds(180);
        trace.after(5);
        if (answered) {
            trace.call("leg-2", "4917012345", "202").from("cell").to("pbx").responds(200);
            trace.from("pbx").to("cell").inside("ACK");
            trace.call("leg-a", "4917012345", "600").from("pbx").to("carrier").responds(200);
            trace.from("carrier").to("pbx").inside("ACK");
        } else {
            trace.call("leg-a", "4917012345", "600").from("carrier").to("pbx").request("CANCEL");
            trace.from("pbx").to("carrier").responds(200, "CANCEL");
            trace.from("pbx").to("carrier").refuses(487);
        }
        trace.call("leg-1", "4917012345", "201")
                .from("pbx")
                .to("desk")
                .header("Reason: SIP;cause=200;text=\"Call completed elsewhere\"")
                .request("CANCEL");
        trace.from("desk").to("pbx").responds(200, "CANCEL");
        trace.from("desk").to("pbx").refuses(487);
        return trace;
    }

    @Test
    void whereTheCallerGaveUpNobodyAnsweredWhateverTheReasonSays() {
        assertThat(Trace.ids(groupOfTwo(false).findings("leg-1")))
                .contains("canceled-call")
                .doesNotContain("canceled-answered-elsewhere");
    }

    @Test
    void whereAnotherPhoneAnsweredItIsCertain() {
        assertThat(groupOfTwo(true).findings("leg-1"))
                .filteredOn(finding -> finding.kind().id().equals("canceled-answered-elsewhere"))
                .extracting(Finding::certainty)
                .containsExactly(Certainty.CERTAIN);
    }

    @Test
    void whereOnlyTheReasonSaysSoItIsLikely() {
        assertThat(canceledWith("Reason: SIP;cause=200")
                        .the("canceled-answered-elsewhere")
                        .certainty())
                .isEqualTo(Certainty.LIKELY);
    }
}
