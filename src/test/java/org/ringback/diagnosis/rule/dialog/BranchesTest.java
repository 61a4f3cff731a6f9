package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.dialog.EstablishedCall.talking;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

/** Branches that do not tell transactions apart, and what an ACK or a CANCEL cannot be matched to. */
class BranchesTest {

    @Test
    void oneBranchForTwoRequests() {
        var trace = talking();
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(2)
                .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-alice-INVITE-1-f")
                .inside("BYE");

        assertThat(trace.the("branch-reused").values())
                .containsEntry("one", Value.of("1 INVITE"))
                .containsEntry("other", Value.of("2 BYE"));
    }

    @Test
    void onlyAnAckAndACancelShareTheNumberAndTheBranchOfAnInvite() {
        var trace = talking();
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(1)
                .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-alice-INVITE-1-f")
                .inside("INFO");

        assertThat(trace.the("branch-reused").values())
                .containsEntry("one", Value.of("1 INVITE"))
                .containsEntry("other", Value.of("1 INFO"));
    }

    @Test
    void anAckAndACancelShareTheBranchOfTheirInvite() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(3).from("alice").to("bob").cancels();

        assertThat(trace.found()).containsExactly("canceled-call");
    }

    @Test
    void aBranchWithoutTheCookieInACallThatFails() {
        var failed = Trace.ofSignaling();
        failed.from("alice").to("bob").header("Via: SIP/2.0/UDP alice;branch=1").request("INVITE");
        failed.from("bob").to("alice").responds(500);
        assertThat(failed.found()).contains("no-magic-cookie");

        var healthy = Trace.ofSignaling();
        healthy.from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP alice;branch=1")
                .request("OPTIONS");
        healthy.from("bob").to("alice").responds(200, "OPTIONS");
        assertThat(healthy.found()).isEmpty();
    }

    @Test
    void anAckThatTheServerCannotMatch() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(486);
        trace.from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-own")
                .inside("ACK");
        assertThat(trace.found()).doesNotContain("ack-branch-differs");

        for (int i = 0; i < 3; i++) {
            trace.after(1).from("bob").to("alice").responds(486);
        }

        assertThat(trace.the("ack-branch-differs").values()).containsEntry("sent", Value.of("z9hG4bK-own"));
        assertThat(Trace.frames(trace.the("ack-branch-differs"))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anAckToAnAnswerInTheTransactionOfTheInvite() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        trace.from("alice").to("bob").acknowledges();
        assertThat(trace.found()).doesNotContain("ack-reuses-invite-branch");

        for (int i = 0; i < 3; i++) {
            trace.after(1).from("bob").to("alice").responds(200);
        }
        assertThat(trace.found()).contains("ack-reuses-invite-branch");
    }

    @Test
    void aCancelThatFitsNoInvite() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-own")
                .request("CANCEL");
        trace.from("bob")
                .to("alice")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-own")
                .responds(481, "CANCEL");

        assertThat(trace.the("cancel-does-not-match").values())
                .containsEntry("cancel", Value.of("z9hG4bK-own, CSeq 1"));
    }

    @Test
    void aCancelThatComesTooLateFitsAllTheSame() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(486);
        trace.from("alice").to("bob").request("CANCEL");
        trace.from("bob").to("alice").responds(481, "CANCEL");

        assertThat(trace.found()).doesNotContain("cancel-does-not-match");
    }

    /** A proxy that keeps no state writes the same branch into each ACK to an answer. */
    @Test
    void theAcksOfAProxyWithoutStateShareTheirBranch() {
        var trace = talking();
        for (int cseq = 2; cseq < 4; cseq++) {
            trace.after(5).from("alice").to("bob").cseq(cseq).inside("INVITE");
            trace.from("bob").to("alice").cseq(cseq).responds(200);
            trace.from("alice")
                    .to("bob")
                    .cseq(cseq)
                    .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bKstateless")
                    .inside("ACK");
        }

        assertThat(trace.found()).doesNotContain("branch-reused");
    }

    @Test
    void theResponseToACancelThatWasNotCapturedFits() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header("CSeq: 1 CANCEL").responds(200);

        assertThat(trace.found()).doesNotContain("response-cseq-differs");
    }

    /** The caller wanted to hang up: that nobody picked up afterwards is no news. */
    @Test
    void aPhoneThatRingsOnAfterACancelThatFitsNoInvite() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(6)
                .from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-own")
                .request("CANCEL");
        trace.from("bob")
                .to("alice")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-own")
                .responds(481, "CANCEL");
        trace.after(30).from("bob").to("alice").refuses(480);

        assertThat(trace.found()).contains("cancel-does-not-match").doesNotContain("nobody-answered");
    }
}
