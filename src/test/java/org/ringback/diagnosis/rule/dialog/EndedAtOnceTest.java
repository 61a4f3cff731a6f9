package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;

class EndedAtOnceTest {

    private final Trace trace = new Trace();

    private void answered(String... headers) {
        var step = trace.from("alice").to("bob");
        for (String header : headers) {
            step.header(header);
        }
        step.sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        trace.after(2)
                .from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
    }

    private void calleeHangsUp(double after, String... headers) {
        var step = trace.after(after).from("bob").to("alice").byCallee();
        for (String header : headers) {
            step.header(header);
        }
        step.inside("BYE");
        trace.from("alice").to("bob").responds(200, "BYE");
    }

    @Test
    void whoAnswersHangsUpAtOnce() {
        answered();
        calleeHangsUp(0.4);

        assertThat(trace.found()).containsExactly("ended-right-after-answer");
        assertThat(Trace.frames(trace.the("ended-right-after-answer"))).containsExactly(4L, 2L);
        assertThat(trace.the("ended-right-after-answer").values()).containsEntry("span", Trace.seconds(0.4));
    }

    @Test
    void whoSaysGoodbyeTakesLonger() {
        answered();
        calleeHangsUp(3);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void theCallerMayChangeHerMind() {
        answered();
        trace.after(0.4).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void whoSaysWhyIsExplainedByThat() {
        answered();
        calleeHangsUp(0.4, "Reason: Q.850;cause=88");

        assertThat(trace.found()).containsExactly("ended-by-cause");
    }

    @Test
    void aCallThatReplacesAnotherMayBeShort() {
        answered("Replaces: x@y;to-tag=1;from-tag=2");
        calleeHangsUp(0.4);

        assertThat(trace.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 21, 31})
    void whatSaysNoMoreIsNoReason(int cause) {
        answered();
        calleeHangsUp(0.4, "Reason: Q.850;cause=" + cause);

        assertThat(trace.found()).containsExactly("ended-right-after-answer");
    }

    @Test
    void anotherCauseIsTheReason() {
        answered();
        calleeHangsUp(0.4, "Reason: Q.850;cause=27");

        assertThat(trace.found()).doesNotContain("ended-right-after-answer");
    }
}
