package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class TransferOutcomeTest {

    private static final String[] ALL = {
        "transfer-failed", "transfer-refused-by-target", "transfer-failed-unnoticed", "transfer-not-reported"
    };

    private final Trace trace = Trace.ofSignaling();

    /** Alice asks the PBX, with whom she talks, to call carol. */
    private void accepted() {
        trace.from("alice").to("pbx").request("INVITE");
        trace.from("pbx").to("alice").answers();
        trace.after(10)
                .from("alice")
                .to("pbx")
                .cseq(2)
                .header("Refer-To: <sip:carol@example.com>")
                .inside("REFER");
        trace.from("pbx").to("alice").cseq(2).responds(202, "REFER");
    }

    private void told(int cseq, String event, String state, String fragment) {
        trace.from("pbx")
                .to("alice")
                .byCallee()
                .cseq(cseq)
                .header("Event: " + event)
                .header("Subscription-State: " + state)
                .body("message/sipfrag;version=2.0", fragment)
                .inside("NOTIFY");
        trace.from("alice").to("pbx").cseq(cseq).responds(200, "NOTIFY");
    }

    private void hangUp(double after) {
        trace.after(after).from("alice").to("pbx").cseq(9).inside("BYE");
        trace.from("pbx").to("alice").cseq(9).responds(200, "BYE");
    }

    private void newCall(int status) {
        trace.call("call-2", "bob", "carol").from("pbx").to("carol").request("INVITE");
        trace.from("carol").to("pbx").refuses(status);
        trace.call("call-1", "alice", "bob");
    }

    @Test
    void theTargetIsBusy() {
        accepted();
        told(1, "refer", "active;expires=60", "SIP/2.0 100 Trying");
        trace.after(3);
        told(2, "refer", "terminated;reason=noresource", "SIP/2.0 486 Busy Here");
        hangUp(5);

        var finding = trace.the("transfer-failed");

        assertThat(Trace.frames(finding)).containsExactly(8L, 4L);
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("asker", Value.of(trace.address("alice")))
                .containsEntry("doer", Value.of(trace.address("pbx")))
                .containsEntry("target", Value.of("sip:carol@example.com"))
                .containsEntry("code", new Value.Code(486, "Busy Here"));
        assertThat(trace.found()).containsExactly("transfer-failed");
    }

    @Test
    void whoRefusedTheNewCallIsNamed() {
        accepted();
        newCall(503);
        told(1, "refer", "terminated;reason=noresource", "SIP/2.0 503 Service Unavailable");
        hangUp(5);

        var finding = Trace.ids(trace.findings("call-1"));
        assertThat(finding).containsExactly("transfer-refused-by-target");
        assertThat(trace.findings("call-1").getFirst().values())
                .containsEntry("refuser", Value.of(trace.address("carol")));
        assertThat(Trace.frames(trace.findings("call-1").getFirst())).containsExactly(9L, 4L, 7L);
    }

    @Test
    void whoHangsUpAtOnceDoesNotHearOfTheFailure() {
        accepted();
        hangUp(0.2);
        newCall(404);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("transfer-failed-unnoticed");
    }

    @Test
    void aTransferThatWorks() {
        accepted();
        told(1, "refer", "active", "SIP/2.0 100 Trying");
        trace.after(3);
        told(2, "refer", "terminated;reason=noresource", "SIP/2.0 200 OK");
        hangUp(1);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aBusyTargetOfTheFirstTransferIsNotThatOfTheSecond() {
        accepted();
        trace.after(1)
                .from("alice")
                .to("pbx")
                .cseq(3)
                .header("Refer-To: <sip:dora@example.com>")
                .inside("REFER");
        trace.from("pbx").to("alice").cseq(3).responds(202, "REFER");
        told(1, "refer;id=2", "terminated;reason=noresource", "SIP/2.0 486 Busy Here");
        told(2, "refer;id=3", "terminated;reason=noresource", "SIP/2.0 200 OK");
        hangUp(5);

        assertThat(trace.found()).containsExactly("transfer-done-later");
        assertThat(trace.the("transfer-done-later").values())
                .containsEntry("target", Value.of("sip:carol@example.com"))
                .containsEntry("later", Value.of("sip:dora@example.com"));
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void twoTransfersThatFail() {
        accepted();
        trace.after(1)
                .from("alice")
                .to("pbx")
                .cseq(3)
                .header("Refer-To: <sip:dora@example.com>")
                .inside("REFER");
        trace.from("pbx").to("alice").cseq(3).responds(202, "REFER");
        told(1, "refer;id=2", "terminated;reason=noresource", "SIP/2.0 486 Busy Here");
        told(2, "refer;id=3", "terminated;reason=noresource", "SIP/2.0 480 Not There");
        hangUp(5);

        assertThat(trace.found()).containsExactly("transfer-failed", "transfer-failed");
    }

    @Test
    void nothingIsHeardOfTheTransfer() {
        accepted();
        hangUp(40);

        assertThat(Trace.frames(trace.the("transfer-not-reported"))).containsExactly(4L, 5L);
        assertThat(trace.the("transfer-not-reported").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whoHangsUpAtOnceCannotMissTheReport() {
        accepted();
        hangUp(0.5);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void whoDoesNotWantToBeToldIsNot() {
        trace.from("alice").to("pbx").request("INVITE");
        trace.from("pbx").to("alice").answers();
        trace.from("alice")
                .to("pbx")
                .cseq(2)
                .header("Refer-To: <sip:carol@example.com>")
                .header("Refer-Sub: false")
                .inside("REFER");
        trace.from("pbx").to("alice").cseq(2).header("Refer-Sub: false").responds(200, "REFER");
        hangUp(40);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aNewCallThatIsAnsweredSaysThatItWorked() {
        accepted();
        newCall(200);
        hangUp(40);

        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain(ALL);
    }

    @Test
    void withAnotherCodeItMayBeAnotherCallThatWasRefused() {
        accepted();
        newCall(503);
        told(1, "refer", "terminated;reason=noresource", "SIP/2.0 486 Busy Here");
        hangUp(5);

        assertThat(trace.findings("call-1").getFirst().certainty()).isEqualTo(Certainty.LIKELY);
    }

    private void transferredByTheOther() {
        trace.after(3)
                .from("pbx")
                .to("alice")
                .byCallee()
                .cseq(5)
                .header("Refer-To: <sip:dora@example.com>")
                .inside("REFER");
        trace.from("alice").to("pbx").cseq(5).responds(202, "REFER");
        trace.from("alice")
                .to("pbx")
                .cseq(6)
                .header("Event: refer")
                .header("Subscription-State: terminated;reason=noresource")
                .body("message/sipfrag;version=2.0", "SIP/2.0 200 OK")
                .inside("NOTIFY");
        trace.from("pbx").to("alice").cseq(6).responds(200, "NOTIFY");
    }

    @Test
    void aTransferByTheOtherSideIsNoSecondTry() {
        accepted();
        told(1, "refer", "terminated;reason=noresource", "SIP/2.0 404 Not Found");
        transferredByTheOther();
        hangUp(5);

        assertThat(trace.found()).contains("transfer-failed").doesNotContain("transfer-done-later");
    }
}
