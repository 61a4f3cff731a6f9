package org.ringback.diagnosis.rule.dialog;

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

    private void balances(String cancelTo) {
        trace.from("alice").to("balancer").request("INVITE");
        trace.from("balancer")
                .to("node1")
                .header("Via: SIP/2.0/UDP 198.51.100.9;branch=z9hG4bK-lb")
                .request("INVITE");
        trace.from("node1")
                .to("balancer")
                .header("Via: SIP/2.0/UDP 198.51.100.9;branch=z9hG4bK-lb")
                .responds(180);
        trace.from("balancer").to("alice").responds(180);
        trace.after(5).from("alice").to("balancer").request("CANCEL");
        trace.from("balancer").to("alice").responds(200, "CANCEL");
        trace.from("balancer")
                .to(cancelTo)
                .header("Via: SIP/2.0/UDP 198.51.100.9;branch=z9hG4bK-lb")
                .request("CANCEL");
        trace.from(cancelTo)
                .to("balancer")
                .header("Via: SIP/2.0/UDP 198.51.100.9;branch=z9hG4bK-lb")
                .responds(481, "CANCEL");
    }

    @Test
    void aLoadBalancerSendsTheCancelToAnotherNode() {
        balances("node2");

        var finding = trace.the("cancel-to-other-server");

        assertThat(Trace.frames(finding)).containsExactly(8L, 7L, 2L);
        assertThat(finding.values())
                .containsEntry("server", Value.of(trace.address("node1")))
                .containsEntry("other", Value.of(trace.address("node2")));
    }

    @Test
    void theSameNodeMayNotKnowTheCallForAnotherReason() {
        balances("node1");

        assertThat(trace.found()).contains("cancel-unknown").doesNotContain("cancel-to-other-server");
    }

    @Test
    void aCancelOfEachForkGoesItsOwnWay() {
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("proxy").to("carol").request("INVITE");
        trace.from("bob").to("proxy").toTag("b").responds(180);
        trace.from("proxy").to("carol").request("CANCEL");
        trace.from("carol").to("proxy").responds(481, "CANCEL");

        assertThat(trace.found()).doesNotContain("cancel-to-other-server");
    }

    private void cancelsElsewhere(int before, int after) {
        String via = "Via: SIP/2.0/UDP 198.51.100.9;branch=z9hG4bK-lb";
        trace.from("balancer").to("node1").header(via).request("INVITE");
        trace.from("node1").to("balancer").header(via).responds(before);
        trace.from("balancer").to("node2").header(via).request("CANCEL");
        trace.from("node2").to("balancer").header(via).responds(481, "CANCEL");
        if (after > 0) {
            trace.from("node1").to("balancer").header(via).responds(after);
        }
    }

    @Test
    void whatHadEndedBeforeDoesNotGoOnRinging() {
        cancelsElsewhere(486, 0);

        assertThat(trace.found()).doesNotContain("cancel-to-other-server");
    }

    @Test
    void whoSaysThatItWasCanceledHasHeardOfIt() {
        cancelsElsewhere(180, 487);

        assertThat(trace.found()).doesNotContain("cancel-to-other-server");
    }
}
