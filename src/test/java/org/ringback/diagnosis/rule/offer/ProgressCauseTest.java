package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class ProgressCauseTest {

    private final Trace trace = Trace.ofSignaling();

    private void progresses(String reason) {
        trace.from("alice").to("carrier").request("INVITE");
        trace.from("carrier")
                .to("alice")
                .header(reason)
                .phrase("Session Progress")
                .responds(183);
        trace.after(20);
    }

    private void givesUp() {
        trace.from("alice").to("carrier").cancels();
    }

    @Test
    void theNetworkSaysWhyAndTheCallerGivesUp() {
        progresses("Reason: Q.850;cause=1");
        givesUp();

        var finding = trace.the("progress-names-cause");

        assertThat(Trace.frames(finding)).startsWith(2L);
        assertThat(finding.values()).containsEntry("cause", new Value.Cause(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Reason: Q.850;cause=16", "Reason: Q.850;cause=31", "Reason: SIP;cause=183", "X-Nothing: 1"})
    void whatSaysNothing(String reason) {
        progresses(reason);
        givesUp();

        assertThat(trace.found()).doesNotContain("progress-names-cause");
    }

    @Test
    void whoAnswersAllTheSame() {
        progresses("Reason: Q.850;cause=19");
        trace.from("carrier").to("alice").answers();

        assertThat(trace.found()).doesNotContain("progress-names-cause");
    }

    @Test
    void aRefusalThatNamesTheCauseItself() {
        progresses("Reason: Q.850;cause=1");
        trace.from("carrier").to("alice").header("Reason: Q.850;cause=1").responds(404);
        trace.from("alice").to("carrier").acknowledges();

        assertThat(trace.found()).contains("cause-number").doesNotContain("progress-names-cause");
    }
}
