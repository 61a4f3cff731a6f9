package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class BusyTest {

    private final Trace trace = Trace.ofSignaling();

    @ParameterizedTest
    @ValueSource(ints = {486, 600})
    void busyWithoutRinging(int status) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(100);
        trace.from("bob").to("alice").responds(status);

        assertThat(Trace.frames(trace.the("busy-at-once"))).containsExactly(3L);
        assertThat(trace.found()).containsExactly("busy-at-once");
    }

    @ParameterizedTest
    @ValueSource(ints = {486, 600, 603})
    void somebodyPressesReject(int status) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(3).from("bob").to("alice").responds(status);

        var finding = trace.the("declined-by-hand");

        assertThat(finding.values()).containsEntry("rang", Trace.seconds(3));
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.found()).containsExactly("declined-by-hand");
    }

    @Test
    void aMachineThatRefusesInAnInstantIsNobodysHand() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(0.05).from("bob").to("alice").responds(486);

        assertThat(trace.found()).containsExactly("refused-while-ringing");
    }

    @Test
    void anotherPhoneThanTheOneThatRang() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").toTag("one").responds(180);
        trace.after(3).from("bob").to("alice").toTag("other").responds(486);

        assertThat(trace.found()).containsExactly("refused-while-ringing");
    }

    @Test
    void aDeviceThatTakesNoTimeToDecideWasAskedByNobody() {
        trace.from("alice").to("bob").request("INVITE");
        trace.after(0.003).from("bob").to("alice").responds(486);

        assertThat(trace.the("busy-at-once").values()).containsEntry("wait", Trace.seconds(0.003));
    }

    @Test
    void anAnnouncementIsNoRinging() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(183);
        trace.after(4).from("bob").to("alice").responds(486);

        assertThat(trace.the("busy-at-once").values()).containsEntry("wait", Trace.seconds(4));
        assertThat(trace.found()).containsExactly("busy-at-once");
    }

    @Test
    void theNetworkSaysOnTheOtherLegThatTheLineIsBusy() {
        trace.call("inside", "alice", "4989123456");
        trace.from("alice").to("pbx").request("INVITE");
        trace.call("outside", "alice", "4989123456").after(0.01);
        trace.from("pbx").to("trunk").request("INVITE");
        trace.after(2).from("trunk").to("pbx").responds(180);
        trace.call("inside", "alice", "4989123456");
        trace.from("pbx").to("alice").responds(180);
        trace.call("outside", "alice", "4989123456").after(4);
        trace.from("trunk").to("pbx").header("Reason: Q.850;cause=17").responds(486);
        trace.from("pbx").to("trunk").acknowledges();
        trace.call("inside", "alice", "4989123456").after(0.01);
        trace.from("pbx").to("alice").responds(486);

        assertThat(Trace.ids(trace.findings("inside"))).contains("line-busy").doesNotContain("declined-by-hand");
    }

    @ParameterizedTest
    @ValueSource(ints = {180, 183})
    void theNetworkSaysThatTheLineIsBusy(int progress) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(progress);
        trace.after(4).from("bob").to("alice").header("Reason: Q.850;cause=17").responds(486);

        assertThat(trace.the("line-busy").values()).containsEntry("cause", new Value.Cause(17));
        assertThat(trace.found()).containsExactly("line-busy");
    }

    @Test
    void theNetworkSaysThatSomebodyRejected() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(4).from("bob").to("alice").header("Reason: Q.850;cause=21").responds(486);

        assertThat(trace.found()).containsExactly("declined-by-hand");
    }

    @Test
    void aCauseThatSpeaksOfAFaultIsNobodysHand() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(4).from("bob").to("alice").header("Reason: Q.850;cause=27").responds(486);

        assertThat(trace.found()).containsExactly("cause-out-of-order");
    }

    @ParameterizedTest
    @CsvSource({
        "19.9, declined-by-timer",
        "20, declined-by-timer",
        "60.1, declined-by-timer",
        "10, declined-by-hand",
        "60.4, declined-by-hand",
        "57, declined-by-hand"
    })
    void nobodysHandHitsARoundTime(double rang, String kind) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(rang).from("bob").to("alice").responds(603);

        assertThat(trace.found()).containsExactly(kind);
    }

    @Test
    void anotherCodeThanThatOfThePhoneMeansThatTheServerWentOn() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("proxy").to("carol").request("INVITE");
        trace.from("bob").to("proxy").toTag("one").responds(180);
        trace.from("carol").to("proxy").toTag("two").responds(180);
        trace.after(2).from("bob").to("proxy").toTag("one").responds(603);
        trace.after(20).from("carol").to("proxy").toTag("two").responds(486);
        trace.from("proxy").to("alice").toTag("two").responds(486);

        assertThat(trace.found()).doesNotContain("declined-for-all");
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, 486, options-refused",
        "SUBSCRIBE, 486, subscribe-refused",
        "MESSAGE, 486, request-refused",
        "MESSAGE, 600, request-refused",
        "REGISTER, 486, register-refused"
    })
    void whatIsNoCallDoesNotFindALineBusy(String method, int status, String kind) {
        trace.from("alice").to("bob").request(method);
        trace.from("bob").to("alice").responds(status, method);

        assertThat(trace.found()).containsExactly(kind);
    }

    private void refusedUnasked(String startLine, String header) {
        trace.raw("bob", "alice", """
            SIP/2.0 %s\r
            Via: SIP/2.0/UDP 198.51.100.2:5060;branch=z9hG4bKalone\r
            From: <sip:alice@example.com>;tag=1\r
            To: <sip:bob@example.com>;tag=2\r
            Call-ID: call-1\r
            CSeq: 1 INVITE\r
            %s\r
            Content-Length: 0\r
            \r
            """.formatted(startLine, header));
    }

    @ParameterizedTest
    @ValueSource(ints = {486, 600})
    void whetherItRangIsNotKnownWithoutTheInvite(int status) {
        refusedUnasked(status + " Busy", "X-Nothing: 0");

        assertThat(trace.found()).containsExactly("refusal-alone");
    }

    @Test
    void aCauseTellsAlsoWithoutTheInvite() {
        refusedUnasked("486 Busy Here", "Reason: Q.850;cause=17");

        assertThat(trace.found()).containsExactly("line-busy");
    }

    private static List<String> oneAfterTheOther(double firstEnds) {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.after(0.2).from("bob").to("proxy").toTag("b").responds(180);
        trace.from("proxy").to("alice").toTag("b").responds(180);
        trace.after(firstEnds).from("bob").to("proxy").toTag("b").responds(487);
        trace.from("proxy").to("carol").request("INVITE");
        trace.after(0.3).from("carol").to("proxy").toTag("c").responds(180);
        trace.from("proxy").to("alice").toTag("c").responds(180);
        trace.after(5).from("carol").to("proxy").toTag("c").responds(603);
        trace.from("proxy").to("alice").toTag("c").responds(603);
        return trace.found();
    }

    @Test
    void theSecondPhoneThatIsRungDeclines() {
        assertThat(oneAfterTheOther(20)).contains("declined-by-hand");
    }
}
