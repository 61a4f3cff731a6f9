package org.ringback.diagnosis.rule.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class NoTimesTest {

    private final Trace trace = Trace.ofSignaling().untimed();

    @Test
    void withoutTimesSilenceSaysNothing() {
        trace.over(Transport.UNKNOWN).from("alice").to("bob").request("INVITE");
        trace.over(Transport.UNKNOWN).from("bob").to("alice").responds(100);

        assertThat(trace.found()).containsExactly("capture-ended-in-setup", "no-times");
    }

    @Test
    void aRequestAloneIsExplainedInstead() {
        trace.over(Transport.UNKNOWN).from("alice").to("bob").request("INVITE");

        assertThat(trace.found()).containsExactly("request-alone");
    }

    @Test
    void aRefusalNeedsNoTimes() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(403);

        assertThat(trace.found()).containsExactly("refused-at-once");
    }

    @Test
    void aSpanThatIsNotKnownIsLeftOpen() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(100);
        trace.from("bob").to("alice").responds(403);

        assertThat(trace.the("refused-after-trying").values()).containsEntry("wait", new Value.UnknownSpan());
    }
}
