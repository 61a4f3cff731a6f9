package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class ForwardingRefusedTest {

    private final Trace trace = Trace.ofSignaling();

    private void forwarded() {
        trace.from("alice").to("pbx").request("INVITE");
        trace.from("pbx").to("alice").responds(181);
    }

    private void ends(int status) {
        trace.after(0.1).from("pbx").to("alice").refuses(status);
    }

    private void onwards(int status) {
        trace.after(0.1)
                .call("call-2", "alice", "mobile")
                .from("pbx")
                .to("carrier")
                .request("INVITE");
        trace.after(0.2).from("carrier").to("pbx").refuses(status);
        trace.call("call-1", "alice", "bob");
    }

    @Test
    void whereItWasForwardedToIsNotSeen() {
        forwarded();
        ends(403);

        assertThat(trace.found()).containsExactly("forwarding-refused");
        assertThat(Trace.frames(trace.the("forwarding-refused"))).containsExactly(3L, 2L);
    }

    @Test
    void theSecondCallIsTheCause() {
        forwarded();
        onwards(403);
        ends(503);

        var found = trace.findings("call-1");
        assertThat(Trace.ids(found)).containsExactly("forwarding-refused-there");
        assertThat(found.getFirst().values())
                .containsEntry("told", new Value.Code(403, "Not Now"))
                .containsEntry("target", Value.of("mobile"))
                .containsEntry("refuser", Value.of(trace.address("carrier")));
        assertThat(Trace.frames(found.getFirst())).containsExactly(6L, 2L, 4L, 3L);
    }

    @Test
    void aForwardedCallThatIsAnswered() {
        forwarded();
        trace.after(3).from("pbx").to("alice").answers();

        assertThat(trace.found()).containsExactly("capture-ended-in-call");
    }

    @Test
    void whoRingsIsNotForwarded() {
        trace.from("alice").to("pbx").request("INVITE");
        trace.from("pbx").to("alice").responds(180);
        ends(403);

        assertThat(trace.found()).doesNotContain("forwarding-refused");
    }
}
