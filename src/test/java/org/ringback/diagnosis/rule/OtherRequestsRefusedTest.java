package org.ringback.diagnosis.rule;

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
    @CsvSource({"480, message-receiver-not-there", "404, message-receiver-not-there", "405, request-refused", "403, request-refused"})
    void aMessage(int status, String kind) {
        asks("MESSAGE", status, "X-Nothing: 1", "X-Nothing: 1");

        assertThat(trace.found()).containsExactly(kind);
    }

    @Test
    void aNotificationThatNobodyWants() {
        asks("NOTIFY", 489, "Event: message-summary", "X-Nothing: 1");

        assertThat(trace.the("notify-refused").values()).containsEntry("event", Value.of("message-summary"));
    }

    @Test
    void aNotificationOfAForgottenSubscription() {
        asks("NOTIFY", 481, "Event: dialog", "X-Nothing: 1");

        assertThat(trace.found()).doesNotContain("notify-refused");
    }
}
