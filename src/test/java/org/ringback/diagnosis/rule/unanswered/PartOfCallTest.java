package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.call.Ending;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

class PartOfCallTest {

    private final Trace trace = Trace.ofSignaling();

    private void request(String method, int cseq) {
        trace.from("alice").to("bob").cseq(cseq).inside(method);
    }

    /** A response whose request went another way. */
    private void response(String from, String to, int status, String method) {
        trace.raw(
                from,
                to,
                String.join(
                        "\r\n",
                        "SIP/2.0 " + status + " Told",
                        "Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-" + method,
                        "From: <sip:alice@example.com>;tag=alice-tag",
                        "To: <sip:bob@example.com>;tag=bob-tag",
                        "Call-ID: call-1",
                        "CSeq: 1 " + method,
                        "",
                        ""));
    }

    @Test
    void onlyTheRequests() {
        trace.from("alice").to("bob").request("INVITE");
        request("ACK", 1);
        request("BYE", 2);

        var finding = trace.the("only-requests-captured");

        assertThat(Trace.frames(finding)).containsExactly(2L);
        assertThat(trace.found()).containsExactly("only-requests-captured");
    }

    @Test
    void onlyTheResponses() {
        response("bob", "alice", 180, "INVITE");
        response("bob", "alice", 200, "INVITE");

        assertThat(trace.found()).containsExactly("only-responses-captured");
    }

    @Test
    void allThatOneHostSent() {
        trace.from("alice").to("bob").request("INVITE");
        request("ACK", 1);
        response("alice", "bob", 200, "BYE");

        assertThat(trace.the("one-direction-captured").values())
                .containsEntry("host", Value.of(trace.address("alice").text()));
    }

    @Test
    void aCallBetweenProgramsOfOneHostIsWhole() {
        trace.host("alice", "127.0.0.1", 5060).host("bob", "127.0.0.1", 5080);
        whole();

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aWholeCallHasNothingToHide() {
        whole();

        assertThat(trace.found()).isEmpty();
    }

    private void whole() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        request("ACK", 1);
        request("BYE", 2);
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
    }

    @Test
    void theBeginningIsMissing() {
        request("BYE", 2);
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).containsExactly("capture-began-inside");
    }

    @Test
    void theEndIsMissingWhileItRings() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.goesOn(9);

        assertThat(trace.the("capture-ended-in-setup").values()).containsEntry("wait", Trace.seconds(9));
    }

    @Test
    void theEndIsMissingWhileTheyTalk() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        request("ACK", 1);

        var finding = trace.the("capture-ended-in-call");

        assertThat(Trace.frames(finding)).containsExactly(3L);
        assertThat(finding.kind().weight()).isEqualTo(Weight.BLIND);
    }

    @Test
    void aFinalResponseThatMustHaveBeenThere() {
        trace.over(Transport.TCP).from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.goesOn(300);

        assertThat(trace.found()).containsExactly("final-response-not-captured");
    }

    @Test
    void whatCouldNotBeReadMayBeTheEnd() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.lost(new Unusable(0, 9, Unusable.Reason.CUT_PACKET, "300"));

        assertThat(trace.the("capture-ended-in-call").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whatCouldNotBeReadBeforeIsNot() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.lost(new Unusable(0, 1, Unusable.Reason.CUT_PACKET, "300"));

        assertThat(trace.the("capture-ended-in-call").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    /** A proxy rings two phones, and what its own caller hears was not captured. */
    private void branch(String phone, String branch) {
        trace.from("proxy").to(phone).header(vias(branch)).request("INVITE");
    }

    private String vias(String branch) {
        return "Via: SIP/2.0/UDP " + trace.address("proxy").text() + ";branch=z9hG4bK-" + branch
                + ", SIP/2.0/UDP 203.0.113.9:5060;branch=z9hG4bK-caller";
    }

    @Test
    void aBranchThatRingsWhenTheCaptureEnds() {
        branch("desk", "desk");
        branch("mobile", "mobile");
        trace.after(0.1).from("mobile").to("proxy").toTag("m").responds(180);
        trace.after(1).from("desk").to("proxy").toTag("d").responds(486);
        trace.from("proxy").to("desk").header(vias("desk")).toTag("d").acknowledges();

        assertThat(trace.found()).containsExactly("capture-ended-branch-open");
        var finding = trace.the("capture-ended-branch-open");
        assertThat(Trace.frames(finding)).containsExactly(3L, 4L);
        assertThat(finding.values())
                .containsEntry("open", Value.of(trace.address("mobile")))
                .containsEntry("refused", Value.of(trace.address("desk")));
        assertThat(trace.calls().getFirst().outcome().ending()).isEqualTo(Ending.STILL_RUNNING);
    }

    @Test
    void allBranchesThatWereRefusedAreAnEnd() {
        branch("desk", "desk");
        branch("mobile", "mobile");
        trace.after(0.1).from("mobile").to("proxy").toTag("m").responds(180);
        trace.after(1).from("desk").to("proxy").toTag("d").responds(486);
        trace.from("proxy").to("desk").header(vias("desk")).toTag("d").acknowledges();
        trace.after(9).from("mobile").to("proxy").toTag("m").responds(486);
        trace.from("proxy").to("mobile").header(vias("mobile")).toTag("m").acknowledges();

        assertThat(trace.calls().getFirst().outcome().ending()).isEqualTo(Ending.REJECTED);
        assertThat(trace.found()).doesNotContain("capture-ended-branch-open", "final-response-not-captured");
    }

    @Test
    void anAckOfWhatWasNotCapturedShowsThatItIsMissing() {
        branch("desk", "desk");
        branch("mobile", "mobile");
        trace.after(0.1).from("mobile").to("proxy").toTag("m").responds(180);
        trace.after(1).from("desk").to("proxy").toTag("d").responds(486);
        trace.from("proxy").to("desk").header(vias("desk")).toTag("d").acknowledges();
        trace.after(9)
                .from("proxy")
                .to("mobile")
                .header(vias("mobile"))
                .toTag("m")
                .acknowledges();

        assertThat(trace.found()).contains("final-response-not-captured");
    }

    @Test
    void oneWayOverAProxyIsNotSeveral() {
        trace.from("alice").to("proxy").request("INVITE");
        String vias = "Via: SIP/2.0/UDP " + trace.address("proxy").text() + ";branch=z9hG4bK-p, SIP/2.0/UDP "
                + trace.address("alice").text() + ";branch=z9hG4bK-alice-INVITE-1-f";
        trace.from("proxy").to("bob").header(vias).request("INVITE");
        trace.from("bob").to("proxy").responds(180);
        trace.from("proxy").to("alice").responds(180);
        trace.after(5).from("bob").to("proxy").responds(486);

        assertThat(trace.found()).doesNotContain("capture-ended-branch-open");
    }

    @Test
    void oneAfterTheOtherIsNotSeveralAtOnce() {
        branch("desk", "desk");
        trace.after(1).from("desk").to("proxy").toTag("d").responds(486);
        trace.from("proxy").to("desk").header(vias("desk")).toTag("d").acknowledges();
        branch("mobile", "mobile");
        trace.after(0.1).from("mobile").to("proxy").toTag("m").responds(180);
        trace.goesOn(5);

        assertThat(trace.found()).doesNotContain("capture-ended-branch-open");
    }

    @Test
    void aBranchThatWasTakenBackRingsNoMore() {
        branch("mobile", "mobile");
        trace.after(0.1).from("mobile").to("proxy").toTag("m").responds(180);
        trace.after(10).from("proxy").to("mobile").header(vias("mobile")).request("CANCEL");
        trace.from("mobile").to("proxy").toTag("m").responds(200, "CANCEL");
        branch("desk", "desk");
        trace.after(1).from("desk").to("proxy").toTag("d").responds(486);
        trace.from("proxy").to("desk").header(vias("desk")).toTag("d").acknowledges();

        assertThat(trace.found()).doesNotContain("capture-ended-branch-open");
    }
}
