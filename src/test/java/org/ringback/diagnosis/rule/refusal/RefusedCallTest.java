package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;

class RefusedCallTest {

    private final Trace trace = Trace.ofSignaling();

    private void invited() {
        trace.from("alice").to("proxy").request("INVITE");
    }

    private void told(int status) {
        trace.from("proxy").to("alice").phrase("No").responds(status);
        trace.from("alice").to("proxy").acknowledges();
    }

    @Test
    void atOnce() {
        invited();
        told(403);

        var finding = trace.the("refused-at-once");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.values())
                .containsEntry("refuser", Value.of(trace.address("proxy")))
                .containsEntry("code", new Value.Code(403, "No"));
        assertThat(finding.origin()).map(Origin::basis).contains(Origin.Basis.LAST_HOP_CAPTURED);
        assertThat(trace.found()).containsExactly("refused-at-once");
    }

    @Test
    void afterTrying() {
        invited();
        trace.from("proxy").to("alice").responds(100);
        trace.after(4);
        told(403);

        assertThat(trace.the("refused-after-trying").values()).containsEntry("wait", Trace.seconds(4));
        assertThat(trace.found()).containsExactly("refused-after-trying");
    }

    @Test
    void whileRinging() {
        invited();
        trace.from("proxy").to("alice").responds(180);
        trace.after(7);
        told(404);

        assertThat(trace.the("refused-while-ringing").values()).containsEntry("rang", Trace.seconds(7));
        assertThat(trace.found()).containsExactly("refused-while-ringing");
    }

    @ParameterizedTest
    @ValueSource(ints = {182, 183, 199})
    void progressIsNoRinging(int progress) {
        invited();
        trace.from("proxy").to("alice").responds(progress);
        trace.after(7);
        told(403);

        var finding = trace.the("refused-after-progress");

        assertThat(Trace.frames(finding)).containsExactly(3L, 2L);
        assertThat(finding.values())
                .containsEntry("progress", new Value.Code(progress, "Not Now"))
                .containsEntry("wait", Trace.seconds(7));
        assertThat(trace.found()).containsExactly("refused-after-progress");
    }

    @Test
    void aNumberThatIsUnknownAfterAnAnnouncementIsUnknown() {
        invited();
        trace.from("proxy").to("alice").responds(183);
        trace.after(7);
        told(404);

        assertThat(trace.found()).containsExactly("number-unknown");
    }

    @Test
    void whoWaitedInVainForAnotherServerDidNotFailItself() {
        invited();
        trace.after(4);
        told(504);

        assertThat(trace.found()).containsExactly("server-behind-silent");
        assertThat(trace.the("server-behind-silent").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whoSaysAtOnceThatAnotherServerIsSilentHasHardlyListened() {
        invited();
        trace.after(0.02);
        told(504);

        assertThat(trace.the("server-behind-silent").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aReservationThatFailedIsNoServerThatFailed() {
        invited();
        told(580);

        assertThat(trace.found()).containsExactly("preconditions-failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505})
    void aRequestThatAServerCannotServeIsNoServerThatFailed(int status) {
        invited();
        told(status);

        assertThat(trace.found()).containsExactly("refused-at-once");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 484, 485, 604})
    void theNumberLeadsNowhere(int status) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("gateway").uri("sip:0049301@gateway.example").request("INVITE");
        trace.from("gateway").to("proxy").responds(status);
        told(status);

        var finding = trace.the("number-unknown");

        assertThat(finding.values())
                .containsEntry("refuser", Value.of(trace.address("gateway")))
                .containsEntry("target", Value.of("sip:0049301@gateway.example"));
        assertThat(finding.origin()).map(Origin::relayedBy).contains(List.of(trace.address("proxy")));
    }

    @Test
    void theServerFailed() {
        invited();
        told(503);

        assertThat(trace.the("server-failed").values()).containsEntry("later", new Value.UntoldSpan());
        assertThat(trace.found()).containsExactly("server-failed");
    }

    @Test
    void theServerSaysWhenToComeBack() {
        invited();
        trace.from("proxy").to("alice").header("Retry-After: 120 (overload)").responds(503);
        trace.from("alice").to("proxy").acknowledges();

        assertThat(trace.the("server-failed").values()).containsEntry("later", Trace.seconds(120));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "soon", ""})
    void whatIsNoTimeToWaitIsNotTold(String retryAfter) {
        invited();
        trace.from("proxy").to("alice").header("Retry-After: " + retryAfter).responds(503);
        trace.from("alice").to("proxy").acknowledges();

        assertThat(trace.the("server-failed").values()).containsEntry("later", new Value.UntoldSpan());
    }

    @Test
    void aRedirectionThatNobodyFollows() {
        invited();
        trace.from("proxy")
                .to("alice")
                .header("Contact: <sip:bob@home.example>, <tel:+4930>")
                .responds(302);
        trace.from("alice").to("proxy").acknowledges();
        trace.goesOn(20);

        assertThat(trace.the("redirect-not-followed").values())
                .containsEntry("targets", Value.of(List.of("sip:bob@home.example", "tel:+4930")));
    }

    @Test
    void aRedirectionThatIsFollowedIsNone() {
        invited();
        trace.from("proxy")
                .to("alice")
                .header("Contact: <sip:bob@home.example>")
                .responds(302);
        trace.from("alice").to("proxy").acknowledges();
        answered(2);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aChallengeThatIsMetIsNoRefusal() {
        invited();
        told(407);
        answered(2);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void oneForkThatRefusesDoesNotRefuseTheCall() {
        invited();
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("proxy").to("carol").request("INVITE");
        trace.from("bob").to("proxy").toTag("bob-tag").responds(404);
        trace.from("carol").to("proxy").responds(200);
        trace.from("proxy").to("alice").responds(200);
        trace.from("alice").to("carol").inside("ACK");
        trace.from("alice").to("carol").cseq(2).inside("BYE");

        assertThat(trace.found()).isEmpty();
    }

    private void answered(int cseq) {
        trace.from("alice").to("proxy").cseq(cseq).request("INVITE");
        trace.from("proxy").to("alice").cseq(cseq).responds(200);
        trace.from("alice").to("proxy").cseq(cseq).inside("ACK");
        trace.from("alice").to("proxy").cseq(cseq + 1).inside("BYE");
    }

    private void next(double after, String callee, int status) {
        trace.call("call-2", "alice", callee);
        trace.after(after).from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(status);
        trace.call("call-1", "alice", "0301");
    }

    private void dials(int status) {
        trace.call("call-1", "alice", "0301");
        invited();
        told(status);
    }

    @Test
    void aNumberThatIsReachedThereLeadsSomewhere() {
        dials(404);
        next(20, "0301", 180);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("refused-at-once");
    }

    @Test
    void anotherNumberThatIsReachedShowsNothing() {
        dials(404);
        next(20, "0401", 180);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("number-unknown");
    }

    @Test
    void digitsOneByOne() {
        dials(484);
        next(2, "03012", 180);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("dialed-digit-by-digit");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void aLongerNumberMuchLaterIsAnotherTry() {
        dials(484);
        next(60, "03012", 180);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("number-unknown");
    }
}
