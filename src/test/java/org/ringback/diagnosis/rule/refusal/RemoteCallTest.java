package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

/** Click-to-dial by a REFER outside of any call. */
class RemoteCallTest {

    private final Trace trace = Trace.ofSignaling();

    private void asks(String method, int status) {
        trace.from("alice")
                .to("phone")
                .header("Refer-To: <sip:030999@example.com>")
                .request(method);
        trace.from("phone").to("alice").responds(status, method);
    }

    @Test
    void aPhoneThatDoesNotLetItselfBeTold() {
        asks("REFER", 403);

        assertThat(trace.the("remote-call-refused").values())
                .containsEntry("sender", Value.of(trace.address("alice")))
                .containsEntry("target", Value.of("sip:030999@example.com"));
        assertThat(trace.found()).doesNotContain("request-refused");
    }

    @Test
    void aPhoneThatDoesAsItIsTold() {
        asks("REFER", 202);

        assertThat(trace.found()).doesNotContain("remote-call-refused");
    }

    @Test
    void anotherRequestIsNone() {
        asks("PUBLISH", 403);

        assertThat(trace.found()).containsExactly("request-refused");
    }
}
