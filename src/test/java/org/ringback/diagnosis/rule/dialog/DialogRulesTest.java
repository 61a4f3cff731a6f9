package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.dialog.EstablishedCall.talking;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Tags, numbers and Call-IDs: what one side of a dialog does wrong. */
class DialogRulesTest {

    @Test
    void anAnswerWithoutTag() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(100);
        trace.from("bob").to("alice").header("To: <sip:bob@example.com>").responds(180);
        assertThat(Trace.frames(trace.the("to-tag-missing"))).containsExactly(3L);

        var refused = Trace.ofSignaling();
        refused.from("alice").to("bob").request("INVITE");
        refused.from("bob").to("alice").header("To: <sip:bob@example.com>").responds(404);
        assertThat(refused.found()).doesNotContain("to-tag-missing");
    }

    @Test
    void aResponseWithAnotherTagThanTheRequest() {
        var trace = talking();
        trace.after(5).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob")
                .to("alice")
                .cseq(2)
                .header("To: <sip:bob@example.com>;tag=other")
                .responds(481, "BYE");

        assertThat(trace.the("tag-changed").values())
                .containsEntry("asked", Value.of("bob-tag"))
                .containsEntry("told", Value.of("other"));
    }

    @Test
    void forksHaveTagsOfTheirOwn() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").toTag("one").responds(180);
        trace.from("proxy").to("alice").toTag("two").responds(200);
        trace.from("alice").to("proxy").toTag("two").inside("ACK");

        assertThat(trace.found()).containsExactly("capture-ended-in-call");
    }

    @Test
    void aByeWithANumberThatWasUsed() {
        var trace = talking();
        trace.after(5).from("alice").to("bob").cseq(1).inside("BYE");

        assertThat(trace.the("cseq-not-increased").values())
                .containsEntry("number", Value.of(1))
                .containsEntry("before", Value.of(1))
                .containsEntry("other", Value.of("INVITE"));
        assertThat(Trace.frames(trace.the("cseq-not-increased"))).containsExactly(1L, 4L);
    }

    @Test
    void eachSideAndEachForkCountsForItself() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").cseq(10).request("INVITE");
        trace.from("proxy").to("alice").cseq(10).toTag("one").responds(183);
        trace.from("proxy").to("alice").cseq(10).toTag("two").responds(183);
        trace.after(1).from("alice").to("proxy").cseq(12).toTag("one").inside("PRACK");
        trace.after(1).from("alice").to("proxy").cseq(11).toTag("two").inside("PRACK");
        trace.after(1).from("proxy").to("alice").cseq(3).byCallee().toTag("one").inside("UPDATE");

        assertThat(trace.found()).doesNotContain("cseq-not-increased");
    }

    @Test
    void twoDatagramsThatChangedPlacesAreNoMistake() {
        var trace = talking();
        trace.after(5).from("alice").to("bob").cseq(3).inside("INFO");
        trace.after(0.01).from("alice").to("bob").cseq(2).inside("UPDATE");

        assertThat(trace.found()).doesNotContain("cseq-not-increased");
    }

    @Test
    void credentialsUnderTheSameNumber() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy")
                .to("alice")
                .header("WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"")
                .responds(401, "REGISTER");
        trace.from("alice")
                .to("proxy")
                .header("Via: SIP/2.0/UDP alice;branch=z9hG4bK-again")
                .header("Authorization: Digest username=\"alice\", realm=\"r\", nonce=\"n\"")
                .request("REGISTER");

        assertThat(trace.the("cseq-kept-with-credentials").values()).containsEntry("number", Value.of(1));

        trace.from("proxy").to("alice").responds(200, "REGISTER");
        assertThat(trace.found()).doesNotContain("cseq-kept-with-credentials");
    }

    @Test
    void aResponseWithANumberThatNobodySent() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header("CSeq: 7 INVITE").responds(180);

        assertThat(trace.the("response-cseq-differs").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.the("response-cseq-differs").values())
                .containsEntry("asked", Value.of("1 INVITE"))
                .containsEntry("told", Value.of("7 INVITE"));
    }

    @Test
    void aRequestWhoseCSeqNamesAnotherMethod() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").header("CSeq: 1 INVITE").request("UPDATE");
        trace.from("bob").to("alice").header("CSeq: 1 UPDATE").responds(400, "UPDATE");
        assertThat(trace.the("cseq-method-differs").values()).containsEntry("cseq", Value.of("1 INVITE"));

        var other = Trace.ofSignaling();
        other.from("alice").to("bob").header("CSeq:  1   UPDATE").request("UPDATE");
        other.from("bob").to("alice").responds(400, "UPDATE");
        assertThat(other.found()).doesNotContain("cseq-method-differs");
    }

    @Test
    void aNewCallUnderAnOldCallId() {
        var trace = talking();
        trace.after(5).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
        assertThat(trace.found()).isEmpty();

        trace.after(5).from("alice").to("bob").cseq(3).request("INVITE");

        assertThat(Trace.frames(trace.the("call-id-reused"))).containsExactly(1L, 4L, 6L);
    }

    @Test
    void aChangeOfTheCallUnderTheNumberOfItsSetup() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(5)
                .from("alice")
                .to("bob")
                .header("Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bK-another")
                .inside("INVITE");
        trace.from("bob").to("alice").responds(500);

        assertThat(Trace.frames(trace.the("cseq-not-increased"))).containsExactly(1L, 4L);
        assertThat(trace.found()).contains("reinvite-refused");
    }
}
