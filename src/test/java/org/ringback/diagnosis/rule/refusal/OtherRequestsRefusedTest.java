package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

/** Requests that are no calls, by what their refusal says of them. */
class OtherRequestsRefusedTest {

    private final Trace trace = Trace.ofSignaling();

    private void asks(String method, int status, String header, String answered) {
        trace.from("alice").to("server").header(header).request(method);
        trace.from("server").to("alice").header(answered).responds(status, method);
    }

    @Test
    void aRegistrarThatNamesAnother() {
        asks("REGISTER", 302, "Contact: <sip:alice@198.51.100.1>", "Contact: <sip:two.example.com>");

        assertThat(trace.the("register-redirected").values())
                .containsEntry("targets", Value.of(java.util.List.of("sip:two.example.com")));
    }

    @Test
    void aRegistrarThatRefuses() {
        asks("REGISTER", 404, "Contact: <sip:alice@198.51.100.1>", "X-Nothing: 1");

        assertThat(trace.found()).containsExactly("register-refused");
    }

    @ParameterizedTest
    @CsvSource({
        "480, message-receiver-not-there",
        "404, message-receiver-not-there",
        "405, request-refused",
        "403, request-refused"
    })
    void aMessage(int status, String kind) {
        asks("MESSAGE", status, "X-Nothing: 1", "X-Nothing: 1");

        assertThat(trace.found()).containsExactly(kind);
    }

    @Test
    void aNotificationThatNobodyWants() {
        asks("NOTIFY", 489, "Event: message-summary", "X-Nothing: 1");

        assertThat(trace.the("notify-refused").values()).containsEntry("event", Value.of("message-summary"));
    }

    private void subscribed(String event) {
        trace.from("alice").to("server").header("Event: " + event).request("SUBSCRIBE");
        trace.from("server").to("alice").header("Expires: 600").responds(200, "SUBSCRIBE");
    }

    @ParameterizedTest
    @CsvSource({"415, true", "200, false", "481, false"})
    void aNotificationOfAnOwnSubscription(int status, boolean refused) {
        subscribed("dialog");
        trace.from("server")
                .to("alice")
                .byCallee()
                .header("Event: dialog")
                .header("Subscription-State: active;expires=600")
                .body("application/pidf+xml", "<x/>")
                .inside("NOTIFY");
        trace.from("alice").to("server").responds(status, "NOTIFY");

        assertThat(trace.found().contains("notification-refused")).isEqualTo(refused);
    }

    @Test
    void aProxyThatDoesNotKnowOutbound() {
        asks("REGISTER", 439, "Contact: <sip:alice@198.51.100.1>;reg-id=1", "X-Nothing: 1");

        assertThat(trace.found()).containsExactly("register-without-outbound");
    }

    private void repeats(String method, int times, boolean inside) {
        for (int i = 0; i <= times; i++) {
            var step = trace.from("alice").to("server").cseq(9).header("Event: dialog");
            if (inside) {
                step.inside(method);
            } else {
                step.request(method);
            }
            trace.after(i < 3 ? 0.5 * (1 << i) : 4);
        }
    }

    @Test
    void aSubscriptionThatNobodyAnswers() {
        repeats("SUBSCRIBE", 10, false);

        assertThat(trace.found()).contains("subscribe-unanswered").doesNotContain("request-unanswered");
    }

    @Test
    void aTransferThatNobodyAnswers() {
        trace.from("alice").to("server").request("INVITE");
        trace.from("server").to("alice").answers();
        repeats("REFER", 10, true);

        assertThat(trace.found()).contains("transfer-unanswered").doesNotContain("request-unanswered");
    }

    @Test
    void aMessageThatNobodyAnswers() {
        repeats("MESSAGE", 10, false);

        assertThat(trace.found()).contains("message-unanswered").doesNotContain("request-unanswered");
    }

    @ParameterizedTest
    @CsvSource({"406, subscription-form-refused", "415, subscription-form-refused", "489, subscribe-refused"})
    void aSubscriptionInAFormThatTheServerDoesNotSpeak(int status, String kind) {
        asks("SUBSCRIBE", status, "Accept: application/xpidf+xml", "X-Nothing: 1");

        assertThat(trace.found()).containsExactly(kind);
    }

    @Test
    void anAnswerThatIsLate() {
        repeats("SUBSCRIBE", 2, false);
        trace.from("server").to("alice").cseq(9).responds(200, "SUBSCRIBE");
        trace.goesOn(60);

        assertThat(trace.found()).doesNotContain("subscribe-unanswered");
    }

    @Test
    void anotherRequestThatNobodyAnswers() {
        repeats("OPTIONS", 10, false);

        assertThat(trace.found()).contains("request-unanswered");
    }

    @Test
    void aNotificationOfAForgottenSubscription() {
        asks("NOTIFY", 481, "Event: dialog", "X-Nothing: 1");

        assertThat(trace.found()).doesNotContain("notify-refused");
    }
}
