package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

class UnansweredRequestTest {

    private final Trace trace = Trace.ofSignaling();

    private void repeated(String method, int times) {
        trace.from("alice").to("proxy").request(method);
        for (int i = 0; i < times; i++) {
            trace.after(4).from("alice").to("proxy").request(method);
        }
    }

    @ParameterizedTest
    @CsvSource({"REGISTER, register-unanswered", "OPTIONS, request-unanswered", "SUBSCRIBE, subscribe-unanswered"})
    void aRequestRepeatedUntilTimerF(String method, String kind) {
        repeated(method, 10);

        var finding = trace.the(kind);

        assertThat(finding.evidence()).hasSize(11);
        assertThat(finding.values())
                .containsEntry("receiver", Value.of(trace.address("proxy")))
                .containsEntry("repeats", Value.of(10));
    }

    @Test
    void whoGetsNoResponseAgainAndAgainIsToldOnce() {
        repeated("REGISTER", 10);
        for (int i = 0; i <= 10; i++) {
            trace.after(4).from("alice").to("proxy").cseq(2).request("REGISTER");
        }

        assertThat(trace.found()).containsExactly("register-unanswered");
    }

    private void bothHangUp(boolean answered) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        trace.after(5).from("bob").to("alice").byCallee().inside("BYE");
        if (answered) {
            trace.from("alice").to("bob").responds(200, "BYE");
        }
        for (int i = 0; i <= 10; i++) {
            trace.after(4).from("alice").to("bob").cseq(2).inside("BYE");
        }
    }

    @Test
    void whoHungUpAsWellKnowsThatTheCallIsOver() {
        bothHangUp(true);

        assertThat(trace.found()).doesNotContain("bye-unanswered");
    }

    @Test
    void whereNoByeGetsThroughNobodyKnows() {
        bothHangUp(false);

        assertThat(trace.found()).contains("bye-unanswered");
    }

    @Test
    void aByeThatNobodyHears() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        for (int i = 0; i <= 10; i++) {
            trace.after(4).from("alice").to("bob").cseq(2).inside("BYE");
        }

        assertThat(trace.the("bye-unanswered").values()).containsEntry("repeats", Value.of(10));
    }

    @Test
    void aResponseAfterSomeRepetitionsIsOne() {
        repeated("REGISTER", 5);
        trace.from("proxy").to("alice").responds(200, "REGISTER");
        trace.goesOn(60);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void overTcpNobodyRepeats() {
        trace.over(Transport.TCP).from("alice").to("proxy").request("SUBSCRIBE");
        trace.goesOn(40);

        Finding finding = trace.the("request-without-response");

        assertThat(Trace.frames(finding)).containsExactly(1L);
        assertThat(finding.values())
                .containsEntry("method", Value.of("SUBSCRIBE"))
                .containsEntry("receiver", Value.of(trace.address("proxy")));
        assertThat(trace.found()).containsExactly("request-without-response");
    }

    @Test
    void whoDoesNotRepeatOverUdpHasHeardSomething() {
        trace.from("alice").to("proxy").request("OPTIONS");
        trace.goesOn(40);

        assertThat(trace.found()).containsExactly("request-response-not-captured");
        assertThat(trace.the("request-response-not-captured").kind().weight()).isEqualTo(Weight.BLIND);
    }

    @Test
    void theCaptureMayEndBeforeTheResponse() {
        trace.over(Transport.TCP).from("alice").to("proxy").request("SUBSCRIBE");
        trace.goesOn(5);

        assertThat(trace.found()).isEmpty();
    }
}
