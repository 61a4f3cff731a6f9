package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class PostDialDelayTest {

    private final Trace trace = Trace.ofSignaling();

    private void answered() {
        trace.after(3).from("proxy").to("alice").answers();
        trace.after(20).from("alice").to("proxy").cseq(2).inside("BYE");
        trace.from("proxy").to("alice").cseq(2).responds(200, "BYE");
    }

    @Test
    void itRingsLate() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.after(17).from("proxy").to("alice").responds(180);
        answered();

        assertThat(trace.found()).containsExactly("slow-to-ring");
        assertThat(Trace.frames(trace.the("slow-to-ring"))).containsExactly(1L, 3L);
        assertThat(trace.the("slow-to-ring").values()).containsEntry("span", Trace.seconds(17));
    }

    private void ringsAfter(String caller, String dialed, int seconds) {
        trace.call("call-1", caller, dialed);
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.after(seconds).from("proxy").to("alice").responds(180);
        answered();
    }

    @Test
    void callsAbroadTakeLonger() {
        ringsAfter("+4930123456", "+39061234567", 10);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void callsAbroadTakeNotAsLongAsThat() {
        ringsAfter("+4930123456", "0039061234567", 12);

        assertThat(trace.found()).containsExactly("slow-to-ring");
    }

    @Test
    void aNumberOfTheSameCountryIsNotAbroad() {
        ringsAfter("+4930123456", "+49401234567", 10);

        assertThat(trace.found()).containsExactly("slow-to-ring");
    }

    @Test
    void theHopThatTakesTheTimeIsNamed() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.after(1).from("proxy").to("gateway").request("INVITE");
        trace.after(12).from("gateway").to("proxy").responds(180);
        trace.from("proxy").to("alice").responds(180);
        answered();

        assertThat(trace.the("slow-to-ring").values())
                .containsEntry("hop", Value.of(trace.address("gateway")))
                .containsEntry("own", Trace.seconds(12))
                .containsEntry("span", Trace.seconds(13));
    }

    @Test
    void itRingsSoon() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(4).from("proxy").to("alice").responds(180);
        trace.after(20);
        answered();

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void anAnnouncementIsASoundToo() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(1)
                .from("proxy")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(183);
        trace.after(15).from("proxy").to("alice").responds(180);
        answered();

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void whereNothingRangBeforeTheAnswerTheRingingMayBeMissing() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.after(10);
        answered();

        assertThat(trace.the("slow-to-ring").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whoIsToldToWaitInAQueueWaits() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(182);
        trace.after(20).from("proxy").to("alice").responds(180);
        answered();

        assertThat(trace.found()).isEmpty();
    }
}
