package org.ringback.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Origin;

/** Who said it first, on whichever leg. */
class OriginTest {

    private static Trace legs(String answerOfCarrier) {
        var trace = Trace.ofSignaling();
        trace.call("inner", "alice", "bob").from("alice").to("pbx").request("INVITE");
        trace.from("pbx").to("alice").responds(100);
        trace.after(0.01)
                .call("outer", "alice", "bob")
                .from("pbx")
                .to("carrier")
                .header("X-Call-ID: inner")
                .request("INVITE");
        trace.after(0.1)
                .from("carrier")
                .to("pbx")
                .header("Server: carrier")
                .responds(Integer.parseInt(answerOfCarrier));
        return trace.after(0.01)
                .call("inner", "alice", "bob")
                .from("pbx")
                .to("alice")
                .responds(503);
    }

    private static Origin origin(Trace trace) {
        return trace.findings("inner").stream()
                .flatMap(finding -> finding.origin().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameRefusalOnTheOtherLegCameFirst() {
        var trace = legs("503");
        assertThat(origin(trace).firstSaidBy()).isEqualTo(trace.address("carrier"));
        assertThat(origin(trace).software()).isEqualTo("carrier");
        assertThat(origin(trace).relayedBy()).containsExactly(trace.address("pbx"));
        assertThat(origin(trace).basis()).isEqualTo(Origin.Basis.OTHER_LEG);
    }

    @Test
    void anotherCodeOnTheOtherLegIsAnotherStory() {
        var trace = legs("486");
        assertThat(origin(trace).firstSaidBy()).isEqualTo(trace.address("pbx"));
        assertThat(origin(trace).basis()).isEqualTo(Origin.Basis.LAST_HOP_CAPTURED);
    }
}
