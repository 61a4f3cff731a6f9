package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class RefusedMessageTest {

    private final Trace trace = new Trace();

    @ParameterizedTest
    @CsvSource({
        "413, Request Entity Too Large",
        "513, Message Too Large",
        "403, Message too large",
        "503, Packet too big"
    })
    void aMessageThatIsTooLarge(int status, String phrase) {
        trace.from("alice").to("pbx").body("text/plain", "x".repeat(500)).request("MESSAGE");
        trace.from("pbx").to("alice").phrase(phrase).responds(status, "MESSAGE");

        assertThat(trace.found()).contains("message-too-large").doesNotContain("request-refused");
        assertThat(trace.the("message-too-large").values())
                .containsEntry("body", Value.of(502))
                .containsEntry("method", Value.of("MESSAGE"));
        assertThat(Trace.frames(trace.the("message-too-large"))).containsExactly(2L, 1L);
    }

    @Test
    void aMessageThatIsRefusedForSomethingElse() {
        trace.from("alice").to("pbx").body("text/plain", "x".repeat(5000)).request("MESSAGE");
        trace.from("pbx").to("alice").phrase("Forbidden").responds(403, "MESSAGE");

        assertThat(trace.found()).containsExactly("request-refused");
    }

    private void publishes(int cseq, String tag, int status) {
        var step = trace.from("alice").to("pbx").cseq(cseq).header("Event: presence");
        if (!tag.isEmpty()) {
            step.header("SIP-If-Match: " + tag);
        }
        step.request("PUBLISH");
        trace.from("pbx").to("alice").cseq(cseq).responds(status, "PUBLISH");
    }

    @Test
    void theServerHasForgottenWhatWasPublished() {
        publishes(1, "abc", 412);

        assertThat(trace.found()).containsExactly("publication-forgotten");
        assertThat(trace.the("publication-forgotten").values()).containsEntry("tag", Value.of("abc"));
    }

    @Test
    void whoPublishesAnewMendsIt() {
        publishes(1, "abc", 412);
        publishes(2, "", 200);

        assertThat(trace.found()).isEmpty();
    }

    private void publishesAnew(String host, int status) {
        publishes(1, "abc", 412);
        trace.call("call-2", "alice", "bob");
        trace.after(2).from(host).to("pbx").header("Event: presence").request("PUBLISH");
        trace.from("pbx").to(host).responds(status, "PUBLISH");
    }

    @Test
    void whoPublishesAnewUnderAnotherCallIdMendsItToo() {
        publishesAnew("alice", 200);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("publication-made-anew");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void anotherDeviceMendsNothing() {
        publishesAnew("carol", 200);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("publication-forgotten");
    }

    @Test
    void norDoesARefusal() {
        publishesAnew("alice", 403);

        assertThat(Trace.ids(trace.findings("call-1"))).contains("publication-forgotten");
    }
}
