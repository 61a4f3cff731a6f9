package org.ringback.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;

/** Who said it first, on whichever leg. */
class OriginTest {

    private static Trace legs(String answerOfCarrier) {
        var trace = Trace.ofSignaling();
        trace.call("inner", "alice", "bob").from("alice").to("pbx").request("INVITE");
        trace.from("pbx").to("alice").responds(100);
        trace.after(0.01)
                .call("outer", "alice", "bob")
                .from("pbx")
                .to("carrier")
                .header("X-Call-ID: inner")
                .request("INVITE");
        trace.after(0.1)
                .from("carrier")
                .to("pbx")
                .header("Server: carrier")
                .responds(Integer.parseInt(answerOfCarrier));
        return trace.after(0.01)
                .call("inner", "alice", "bob")
                .from("pbx")
                .to("alice")
                .responds(503);
    }

    private static Finding refusal(Trace trace) {
        return refusal(trace, "inner");
    }

    private static Finding refusal(Trace trace, String callId) {
        return trace.findings(callId).stream()
                .filter(finding -> finding.origin().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Origin origin(Trace trace) {
        return originOf(trace, "inner");
    }

    private static Origin originOf(Trace trace, String callId) {
        return trace.findings(callId).stream()
                .flatMap(finding -> finding.origin().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameRefusalOnTheOtherLegCameFirst() {
        var trace = legs("503");
        assertThat(origin(trace).firstSaidBy()).isEqualTo(trace.address("carrier"));
        assertThat(origin(trace).software()).isEqualTo("carrier");
        assertThat(origin(trace).relayedBy()).containsExactly(trace.address("pbx"));
        assertThat(origin(trace).basis()).isEqualTo(Origin.Basis.OTHER_LEG);
    }

    @Test
    void aB2buaThatMakesAnotherCodeOfItDidNotSayItFirst() {
        var trace = legs("486");
        assertThat(origin(trace).firstSaidBy()).isEqualTo(trace.address("carrier"));
        assertThat(origin(trace).relayedBy()).containsExactly(trace.address("pbx"));
        assertThat(origin(trace).basis()).isEqualTo(Origin.Basis.OTHER_LEG);
        assertThat(origin(trace).changed()).isTrue();
        assertThat(origin(trace).answer().head().status()).isEqualTo(486);
        assertThat(origin(trace).told().head().status()).isEqualTo(503);
    }

    @Test
    void itsOwnPacketIsShownBeforeWhatBecameOfIt() {
        assertThat(Trace.frames(refusal(legs("486")))).startsWith(4L, 5L);
        assertThat(Trace.frames(refusal(legs("503")))).startsWith(4L, 5L);
    }

    @Test
    void whatWasSaidOnTheOtherLegIsSaidOfThisOneAndNotForCertain() {
        Finding finding = refusal(legs("403"));
        assertThat(finding.kind().id()).isEqualTo("refused-after-trying");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values()).containsEntry("code", new Value.Code(403, "Not Now"));
    }

    @Test
    void aB2buaThatGaveUpBeforeTheOtherLegAnsweredSaysSoItself() {
        var trace = Trace.ofSignaling();
        trace.call("inner", "alice", "bob").from("alice").to("pbx").request("INVITE");
        trace.after(0.01)
                .call("outer", "alice", "bob")
                .from("pbx")
                .to("carrier")
                .header("X-Call-ID: inner")
                .request("INVITE");
        trace.from("carrier").to("pbx").responds(180);
        trace.after(20).from("pbx").to("carrier").request("CANCEL");
        trace.call("inner", "alice", "bob").from("pbx").to("alice").responds(480);
        trace.after(0.01)
                .call("outer", "alice", "bob")
                .from("carrier")
                .to("pbx")
                .responds(487);

        assertThat(origin(trace).firstSaidBy()).isEqualTo(trace.address("pbx"));
        assertThat(origin(trace).basis()).isEqualTo(Origin.Basis.ITSELF);
        assertThat(origin(trace).changed()).isFalse();
    }

    @Test
    void ofTwoTargetsTheLastOneIsTheReason() {
        var trace = Trace.ofSignaling();
        trace.call("inner", "alice", "bob").from("alice").to("pbx").request("INVITE");
        for (String carrier : List.of("one", "two")) {
            trace.after(0.01)
                    .call("to-" + carrier, "alice", "bob")
                    .from("pbx")
                    .to(carrier)
                    .header("X-Call-ID: inner")
                    .request("INVITE");
            trace.after(0.1).from(carrier).to("pbx").responds(carrier.equals("one") ? 503 : 403);
        }
        trace.after(0.01).call("inner", "alice", "bob").from("pbx").to("alice").responds(480);

        assertThat(origin(trace).firstSaidBy()).isEqualTo(trace.address("two"));
    }

    private static Trace proxied(int carrier, int caller) {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.01).from("proxy").to("carrier").request("INVITE");
        trace.after(0.1).from("carrier").to("proxy").toTag("carrier").responds(carrier);
        return trace.after(0.01).from("proxy").to("alice").toTag("proxy").responds(caller);
    }

    @Test
    void aProxyMakes500Of503() {
        var trace = proxied(503, 500);
        Origin origin = originOf(trace, "call-1");
        assertThat(origin.firstSaidBy()).isEqualTo(trace.address("carrier"));
        assertThat(origin.relayedBy()).containsExactly(trace.address("proxy"));
        assertThat(origin.basis()).isEqualTo(Origin.Basis.NEXT_HOP);
        assertThat(origin.answer().head().status()).isEqualTo(503);
    }

    @Test
    void aProxyThatGotNoAnswerSaysSoItself() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.01).from("proxy").to("carrier").request("INVITE");
        trace.after(32).from("proxy").to("alice").responds(408);
        Origin origin = originOf(trace, "call-1");
        assertThat(origin.firstSaidBy()).isEqualTo(trace.address("proxy"));
        assertThat(origin.basis()).isEqualTo(Origin.Basis.ITSELF);
    }

    @Test
    void behindTheOnlyHopNothingWasCaptured() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("pbx").request("INVITE");
        trace.after(0.1).from("pbx").to("alice").responds(403);
        assertThat(originOf(trace, "call-1").basis()).isEqualTo(Origin.Basis.LAST_HOP_CAPTURED);
    }

    /** The capture at the caller's side has a clock of its own, ahead or behind. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.05, 0, 0.05, 1})
    void whicheverClockIsAheadTheCopyWithMoreViasIsNearerToTheSource(double ahead) {
        var trace = Trace.ofSignaling();
        String first = "Via: SIP/2.0/UDP 198.51.100.98:5060;branch=z9hG4bKof-proxy";
        String through = "Via: SIP/2.0/UDP 198.51.100.99:5060;branch=z9hG4bKof-alice";
        trace.from("alice").to("proxy").header(through).request("INVITE");
        trace.after(0.01).from("proxy").to("pbx").header(first).header(through).request("INVITE");
        trace.after(0.1).from("pbx").to("proxy").header(first).header(through).responds(403);
        trace.after(0.001 + ahead).from("proxy").to("alice").header(through).responds(403);
        Origin origin = originOf(trace, "call-1");
        assertThat(origin.firstSaidBy()).isEqualTo(trace.address("pbx"));
        assertThat(origin.relayedBy()).containsExactly(trace.address("proxy"));
        assertThat(Trace.frames(refusal(trace, "call-1"))).startsWith(3L);
    }
}
