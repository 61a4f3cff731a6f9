package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class SilenceAfterTryingTest {

    private final Trace trace = Trace.ofSignaling();

    private void trying() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
    }

    @Test
    void nothingFollowsThe100() {
        trying();
        trace.goesOn(40);

        var finding = trace.the("nothing-after-trying");

        assertThat(Trace.frames(finding)).containsExactly(1L, 2L);
        assertThat(finding.values())
                .containsEntry("receiver", Value.of(trace.address("proxy")))
                .containsEntry("wait", Trace.seconds(40));
    }

    @Test
    void theLastHopThatTookItIsNamed() {
        trying();
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(100);
        trace.goesOn(40);

        assertThat(trace.the("nothing-after-trying").values())
                .containsEntry("receiver", Value.of(trace.address("bob")));
    }

    @Test
    void ringingIsNotSilence() {
        trying();
        trace.from("proxy").to("alice").responds(180);
        trace.goesOn(60);

        assertThat(trace.found()).containsExactly("capture-ended-in-setup");
    }

    @Test
    void aCallerWhoHearsNothingGivesUp() {
        trying();
        cancel(12);

        assertThat(trace.the("canceled-before-ringing").values())
                .containsEntry("canceler", Value.of(trace.address("alice")))
                .containsEntry("wait", Trace.seconds(12));
    }

    @Test
    void aCallerWhoChangesTheirMindDoesNotComplain() {
        trying();
        cancel(3);

        assertThat(trace.found()).containsExactly("canceled-call");
    }

    private void cancel(double seconds) {
        trace.after(seconds).from("alice").to("proxy").cancels();
    }
}
