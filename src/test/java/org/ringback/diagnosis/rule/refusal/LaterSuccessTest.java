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

/** What speaks against the plain reading of a refused or unanswered request outside of calls. */
class LaterSuccessTest {

    private final Trace trace = Trace.ofSignaling();

    private List<String> ofFirst() {
        return Trace.ids(trace.findings("call-1"));
    }

    private void asks(String call, String from, String to, String method, int status, String header) {
        trace.call(call, "alice", "bob")
                .after(2)
                .from(from)
                .to(to)
                .header(header)
                .request(method);
        trace.from(to).to(from).responds(status, method);
    }

    @ParameterizedTest
    @CsvSource({
        "message-summary, alice, 200, request-refused",
        "check-sync, alice, 200, notify-refused",
        "message-summary, carol, 200, notify-refused",
        "message-summary, alice, 500, notify-refused"
    })
    void aNotificationThatIsTakenLater(String event, String phone, int status, String kind) {
        asks("call-1", "pbx", "alice", "NOTIFY", 500, "Event: message-summary");
        asks("call-2", "pbx", phone, "NOTIFY", status, "Event: " + event);

        assertThat(ofFirst()).contains(kind);
    }

    /** A proxy says so of the phone behind it. */
    @ParameterizedTest
    @ValueSource(ints = {408, 430, 480, 503})
    void aKeepAliveThatDidNotReachThePhone(int status) {
        asks("call-1", "pbx", "edge", "NOTIFY", status, "Event: keep-alive");

        assertThat(trace.found()).containsExactly("request-refused");
    }

    @Test
    void aDeviceThatRegistersWithoutOutbound() {
        asks("call-1", "alice", "server", "REGISTER", 439, "Contact: <sip:alice@198.51.100.1>;reg-id=1");
        trace.call("call-2", "alice", "bob")
                .after(2)
                .from("alice")
                .to("server")
                .header("Contact: <sip:alice@198.51.100.1>")
                .request("REGISTER");
        trace.from("server")
                .to("alice")
                .header("Contact: <sip:alice@198.51.100.1>;expires=600")
                .responds(200, "REGISTER");

        assertThat(ofFirst()).containsExactly("register-refused-then-accepted");
    }

    @Test
    void aBodyThatIsNotTaken() {
        trace.from("alice")
                .to("server")
                .header("Event: presence")
                .header("Accept: application/pidf+xml")
                .body("application/resource-lists+xml", "<resource-lists/>")
                .request("SUBSCRIBE");
        trace.from("server").to("alice").responds(415, "SUBSCRIBE");

        assertThat(trace.found()).containsExactly("request-body-refused");
        assertThat(trace.the("request-body-refused").values())
                .containsEntry("method", Value.of("SUBSCRIBE"))
                .containsEntry("type", Value.of("application/resource-lists+xml"));
    }

    @ParameterizedTest
    @CsvSource({"Accept: application/xpidf+xml, subscription-form-refused", "X-Nothing: 1, subscribe-refused"})
    void aFormThatThePhoneNames(String header, String kind) {
        asks("call-1", "alice", "server", "SUBSCRIBE", 406, header);

        assertThat(trace.found()).containsExactly(kind);
    }

    @Test
    void thatItIsTheFormIsConcluded() {
        asks("call-1", "alice", "server", "SUBSCRIBE", 406, "Accept: application/xpidf+xml");

        assertThat(trace.the("subscription-form-refused").certainty()).isEqualTo(Certainty.LIKELY);
    }

    private void publishes(String call, String event, String tag, int status) {
        var step = trace.call(call, "alice", "bob")
                .after(2)
                .from("alice")
                .to("pbx")
                .header("Event: " + event);
        if (!tag.isEmpty()) {
            step.header("SIP-If-Match: " + tag);
        }
        step.request("PUBLISH");
        trace.from("pbx").to("alice").responds(status, "PUBLISH");
    }

    @ParameterizedTest
    @CsvSource({
        "presence, '', publication-made-anew",
        "vq-rtcpxr, '', publication-forgotten",
        "presence, def, publication-forgotten"
    })
    void anotherPublicationMendsNothing(String event, String tag, String kind) {
        publishes("call-1", "presence", "abc", 412);
        publishes("call-2", event, tag, 200);

        assertThat(ofFirst()).containsExactly(kind);
    }

    @Test
    void thatTheSameDevicePublishedIsConcluded() {
        publishes("call-1", "presence", "abc", 412);
        publishes("call-2", "presence", "", 200);

        assertThat(trace.findings("call-1").getFirst().certainty()).isEqualTo(Certainty.LIKELY);
    }

    /** Whoever is told a longer time asks for that at once. */
    @ParameterizedTest
    @CsvSource({"0, LIKELY", "60, CERTAIN"})
    void aTimeThatIsTooBriefAtTheEndOfTheCapture(double seconds, Certainty certainty) {
        trace.from("alice").to("server").header("Expires: 60").request("REGISTER");
        trace.from("server").to("alice").header("Min-Expires: 300").responds(423, "REGISTER");
        trace.goesOn(seconds);

        assertThat(trace.the("register-refused").certainty()).isEqualTo(certainty);
    }
}
