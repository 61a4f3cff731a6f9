package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class RefusedCancelTest {

    private final Trace trace = Trace.ofSignaling();

    @Test
    void aCancelThatIsNotUnderstood() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.from("alice").to("bob").request("CANCEL");
        trace.from("bob").to("alice").responds(481, "CANCEL");

        var finding = trace.the("cancel-unknown");

        assertThat(Trace.frames(finding)).containsExactly(4L, 3L);
        assertThat(finding.values()).containsEntry("refuser", Value.of(trace.address("bob")));
        assertThat(finding.origin()).isPresent();
    }

    @Test
    void aCancelAfterTheRefusalHasNothingToCancel() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(486);
        trace.from("alice").to("bob").request("CANCEL");
        trace.from("alice").to("bob").acknowledges();
        trace.from("bob").to("alice").responds(481, "CANCEL");

        assertThat(trace.found()).containsExactly("busy-at-once");
    }
}
