package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

class RefusedRequestTest {

    private final Trace trace = Trace.ofSignaling();

    @ParameterizedTest
    @CsvSource({
        "REGISTER, register-refused, FAILURE",
        "SUBSCRIBE, subscribe-refused, FAILURE",
        "OPTIONS, options-refused, NORMAL",
        "MESSAGE, message-receiver-not-there, FAILURE",
        "PUBLISH, request-refused, FAILURE"
    })
    void eachMethodInItsOwnWords(String method, String kind, Weight weight) {
        trace.from("alice").to("proxy").request(method);
        trace.from("proxy").to("alice").responds(404, method);

        var finding = trace.the(kind);

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.kind().weight()).isEqualTo(weight);
        assertThat(finding.values()).containsEntry("refuser", Value.of(trace.address("proxy")));
        assertThat(trace.found()).containsExactly(kind);
    }

    @Test
    void whoAnswersOptionsIsAlive() {
        trace.from("alice").to("proxy").request("OPTIONS");
        trace.from("proxy").to("alice").responds(404, "OPTIONS");

        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"503", "408", "480"})
    void whoTakesNoCallsSaysSo(int status) {
        trace.from("alice").to("proxy").request("OPTIONS");
        trace.from("proxy").to("alice").responds(status, "OPTIONS");

        assertThat(trace.the("options-unavailable").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.found()).containsExactly("options-unavailable");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isTrue();
    }

    @Test
    void theAccountIsNamed() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy").to("alice").responds(404, "REGISTER");

        assertThat(trace.the("register-refused").values()).containsEntry("account", Value.of("bob@example.com"));
    }

    @Test
    void aRegistrationThatWorksInTheEnd() {
        trace.from("alice").to("proxy").request("REGISTER");
        trace.from("proxy").to("alice").responds(401, "REGISTER");
        trace.from("alice").to("proxy").cseq(2).request("REGISTER");
        trace.from("proxy").to("alice").cseq(2).responds(200, "REGISTER");

        assertThat(trace.found()).isEmpty();
    }

    private void registersFromBehindNat(String callId, int phone, int status) {
        String contact = "Contact: <sip:alice@192.168.1." + phone + ">;expires=60";
        trace.call(callId, "alice", "alice");
        trace.after(5).from("router").to("pbx").header(contact).request("REGISTER");
        trace.from("pbx").to("router").header(contact).responds(status, "REGISTER");
    }

    @Test
    void anotherPhoneBehindTheSameNatDoesNotHelpThisOne() {
        registersFromBehindNat("call-1", 11, 404);
        registersFromBehindNat("call-2", 12, 200);

        assertThat(Trace.ids(trace.findings("call-1")))
                .contains("register-refused")
                .doesNotContain("register-refused-then-accepted");
    }

    @Test
    void theSamePhoneBehindNatGetsInUnderAnotherCallId() {
        registersFromBehindNat("call-1", 11, 404);
        registersFromBehindNat("call-2", 11, 200);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("register-refused-then-accepted");
    }

    private void registers(String callId, int status) {
        trace.call(callId, "alice", "alice");
        trace.after(5)
                .from("alice")
                .to("pbx")
                .header("Contact: <sip:alice@198.51.100.1>;expires=60")
                .request("REGISTER");
        trace.from("pbx")
                .to("alice")
                .header("Contact: <sip:alice@198.51.100.1>;expires=60")
                .responds(status, "REGISTER");
    }

    @Test
    void whoIsRegisteredAfterwardsWasNotKeptOut() {
        registers("call-1", 404);
        registers("call-2", 200);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("register-refused-then-accepted");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void aRegistrationBeforeTheRefusalProvesNothing() {
        registers("call-1", 200);
        registers("call-2", 404);

        assertThat(Trace.ids(trace.findings("call-2"))).contains("register-refused");
    }

    @Test
    void aRegistrarThatFailsSaysNothingAboutTheAccount() {
        registers("call-1", 503);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("registrar-failed");
    }

    @Test
    void aBodyThatIsNotTakenIsNamed() {
        trace.from("alice").to("bob").body("text/html", "<b>hi</b>").request("MESSAGE");
        trace.from("bob")
                .to("alice")
                .header("Accept: text/plain, application/im-iscomposing+xml")
                .responds(415, "MESSAGE");

        assertThat(trace.the("request-body-refused").values()).containsEntry("type", Value.of("text/html"));
        assertThat(trace.found()).containsExactly("request-body-refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505, 555})
    void whatAServerCannotServeIsNoOverload(int status) {
        registers("call-1", status);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("register-refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 501, 600, 603, 604})
    void whoPointsElsewhereOrDeclinesIsThere(int status) {
        trace.from("alice").to("proxy").request("OPTIONS");
        trace.from("proxy").to("alice").responds(status, "OPTIONS");

        assertThat(trace.found()).containsExactly("options-refused");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    private void optionsFail() {
        trace.call("options", "alice", "bob");
        trace.after(5).from("alice").to("proxy").request("OPTIONS");
        trace.from("proxy").to("alice").responds(503, "OPTIONS");
    }

    private void callsEnd(String server, int status) {
        trace.call("call", "carol", "dave");
        trace.after(5).from("carol").to(server).request("INVITE");
        trace.after(1).from(server).to("carol").responds(status);
    }

    @Test
    void whoTakesACallAfterwardsIsThere() {
        optionsFail();
        callsEnd("proxy", 200);

        assertThat(Trace.ids(trace.findings("options"))).containsExactly("options-refused");
    }

    @Test
    void ofWhoTookACallBeforeNothingIsSaid() {
        callsEnd("proxy", 200);
        optionsFail();

        assertThat(Trace.ids(trace.findings("options"))).isEmpty();
    }

    @Test
    void aCallThatIsRefusedAsWellSpeaksForNobody() {
        optionsFail();
        callsEnd("proxy", 503);

        assertThat(Trace.ids(trace.findings("options"))).containsExactly("options-unavailable");
    }

    @Test
    void aCallThatAnotherHostTakesSpeaksForNobody() {
        optionsFail();
        callsEnd("another", 200);

        assertThat(Trace.ids(trace.findings("options"))).containsExactly("options-unavailable");
    }

    @Test
    void aChangeOfACallThatIsUpSpeaksForNobody() {
        optionsFail();
        trace.call("call", "carol", "dave");
        trace.after(5).from("carol").to("proxy").cseq(2).inside("INVITE");
        trace.after(1).from("proxy").to("carol").cseq(2).responds(200);

        assertThat(Trace.ids(trace.findings("options"))).containsExactly("options-unavailable");
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 481, 489})
    void aKeepAliveMayBeAnsweredWithAnything(int status) {
        trace.from("pbx").to("alice").header("Event: keep-alive").request("NOTIFY");
        trace.from("alice").to("pbx").responds(status, "NOTIFY");

        assertThat(trace.found()).containsExactly("keepalive-refused");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void aMessageLampThatIsRefusedIsNoKeepAlive() {
        trace.from("pbx").to("alice").header("Event: message-summary").request("NOTIFY");
        trace.from("alice").to("pbx").responds(489, "NOTIFY");

        assertThat(trace.found()).contains("notify-refused").doesNotContain("keepalive-refused");
    }
}
