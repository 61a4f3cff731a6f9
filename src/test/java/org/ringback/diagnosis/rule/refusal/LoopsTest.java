package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Requests that go round in circles, and hops that are used up. */
class LoopsTest {

    @Test
    void twoProxiesThatSendANumberToEachOther() {
        var trace = hop(Trace.ofSignaling(), "alice", "p1", 1, 70);
        hop(trace, "p1", "p2", 2, 69);
        hop(trace, "p2", "p1", 3, 68);
        refused(trace, "p1", "p2", 3, 482);
        refused(trace, "p2", "p1", 2, 482);
        refused(trace, "p1", "alice", 1, 482);

        var finding = trace.the("loop-detected");

        assertThat(Trace.frames(finding)).containsExactly(1L, 3L, 4L);
        assertThat(finding.values())
                .containsEntry("hosts", Value.of(List.of("alice:5060", "p1:5060", "p2:5060")))
                .containsEntry("server", Value.of(trace.address("p1")))
                .containsEntry("forwards", Value.of(68));
    }

    @Test
    void aMergedCopyOfAForkedRequestIsNormal() {
        var trace = hop(Trace.ofSignaling(), "alice", "p1", 1, 70);
        hop(trace, "p1", "bob", 2, 69);
        hop(trace, "p1", "p2", 3, 69);
        refused(trace, "p2", "p1", 3, 482);
        refused(trace, "bob", "p1", 2, 200);
        refused(trace, "p1", "alice", 1, 200);

        assertThat(trace.found()).contains("merged-request").doesNotContain("loop-detected");
        assertThat(Trace.frames(trace.the("merged-request"))).containsExactly(4L);
    }

    @Test
    void hopsThatAreUsedUp() {
        var trace = hop(Trace.ofSignaling(), "alice", "p1", 1, 70);
        hop(trace, "p1", "p2", 2, 1);
        refused(trace, "p2", "p1", 2, 483);
        refused(trace, "p1", "alice", 1, 483);

        assertThat(trace.the("hops-used-up").values())
                .containsEntry("start", Value.of(70))
                .containsEntry("left", Value.of(1));
        assertThat(trace.found()).doesNotContain("max-forwards-too-low");
    }

    @Test
    void aRequestThatMayNotGoFar() {
        var trace = hop(Trace.ofSignaling(), "alice", "p1", 1, 2);
        refused(trace, "p1", "alice", 1, 483);

        assertThat(trace.the("max-forwards-too-low").values()).containsEntry("start", Value.of(2));
        // A B2BUA in a circle passes on what is left.
        assertThat(trace.the("max-forwards-too-low").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.found()).doesNotContain("hops-used-up");
    }

    @Test
    void aSearchForHopsWithOptionsIsMeantToEndIn483() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("p1").header("Max-Forwards: 0").request("OPTIONS");
        trace.from("p1").to("alice").responds(483, "OPTIONS");

        assertThat(trace.found()).doesNotContain("max-forwards-too-low", "hops-used-up");
    }

    @Test
    void theSameRequestOverTheSameHopThreeTimes() {
        var trace = hop(Trace.ofSignaling(), "p1", "p2", 1, 60);
        hop(trace, "p2", "p1", 2, 59);
        hop(trace, "p1", "p2", 3, 58);
        hop(trace, "p2", "p1", 4, 57);
        hop(trace, "p1", "p2", 5, 56);

        var finding = trace.the("request-circles");

        assertThat(Trace.frames(finding)).containsExactly(1L, 3L, 5L);
        assertThat(finding.values()).containsEntry("first", Value.of(60)).containsEntry("last", Value.of(56));
    }

    @Test
    void threeBranchesOfAForkToOneServerAreNoCircle() {
        var trace = hop(Trace.ofSignaling(), "p1", "p2", 1, 60);
        hop(trace, "p1", "p2", 2, 60);
        hop(trace, "p1", "p2", 3, 60);

        assertThat(trace.found()).doesNotContain("request-circles");
    }

    @Test
    void maxForwardsIsMissing() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("p1").without("Max-Forwards").request("INVITE");
        trace.from("p1").to("alice").responds(400);
        assertThat(trace.found()).contains("max-forwards-missing");

        var other = Trace.ofSignaling();
        other.from("alice").to("p1").request("INVITE");
        other.from("p1").to("alice").responds(400);
        assertThat(other.found()).doesNotContain("max-forwards-missing");
    }

    @Test
    void aCallThatIsForwardedOnAndOnComesNearerToItsEnd() {
        var trace = Trace.ofSignaling();
        for (int i = 0; i < 3; i++) {
            trace.from("p1")
                    .to("p2")
                    .uri("sip:target" + i + "@example.com")
                    .header("Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bK-" + i)
                    .header("Max-Forwards: " + (60 - i))
                    .request("INVITE");
        }

        assertThat(trace.found()).doesNotContain("request-circles");
    }

    @Test
    void aCircleIsCertainOnlyIfTheAddressStaysTheSame() {
        var trace = hop(Trace.ofSignaling(), "p1", "p2", 1, 60);
        hop(trace, "p2", "p1", 2, 59);
        hop(trace, "p1", "p2", 3, 58);
        hop(trace, "p2", "p1", 4, 57);
        hop(trace, "p1", "p2", 5, 56);

        assertThat(trace.the("request-circles").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    private static Trace hop(Trace trace, String from, String to, int number, int forwards) {
        var step = trace.from(from).to(to).header("Max-Forwards: " + forwards);
        List<String> way = List.of("alice", "p1", "p2", "p1", "p2").subList(0, Math.min(number, 3));
        String top = "Via: SIP/2.0/UDP " + from + ":5060;branch=z9hG4bK-" + number;
        step.header(top);
        way.subList(0, way.size() - 1).reversed().stream()
                .filter(host -> !host.equals(from))
                .forEach(host -> step.header("Via: SIP/2.0/UDP " + host + ":5060;branch=z9hG4bK-" + host));
        return step.request("INVITE");
    }

    private static void refused(Trace trace, String from, String to, int number, int status) {
        trace.after(0.01)
                .from(from)
                .to(to)
                .header("Via: SIP/2.0/UDP " + to + ":5060;branch=z9hG4bK-" + number)
                .responds(status);
    }

    @Test
    void aCircleThatIsSeenNeedsNoMoreHops() {
        var trace = hop(Trace.ofSignaling(), "p1", "p2", 1, 5);
        hop(trace, "p2", "p1", 2, 4);
        hop(trace, "p1", "p2", 3, 3);
        hop(trace, "p2", "p1", 4, 2);
        hop(trace, "p1", "p2", 5, 1);
        refused(trace, "p2", "p1", 5, 483);

        assertThat(trace.found()).contains("hops-used-up").doesNotContain("max-forwards-too-low");
    }

    /** Some border controllers answer every keep-alive so. */
    @Test
    void aKeepAliveThatIsAnsweredWith483() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("p1").header("Max-Forwards: 70").request("OPTIONS");
        trace.from("p1").to("alice").responds(483, "OPTIONS");

        assertThat(trace.found()).containsExactly("options-refused");
    }
}
