package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.TraceStep;
import org.ringback.diagnosis.finding.Value;

class EarlyMediaTest {

    private static final String[] ALL = {"announcement-before-refusal", "progress-without-sound"};

    private static Trace calling() {
        var trace = new Trace();
        trace.from("alice").to("carrier").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        return trace.from("carrier").to("alice").responds(100);
    }

    private static TraceStep sound(Trace trace) {
        return trace.after(1).from("carrier").to("alice").sdp(audio("198.51.100.2", 5000, "8"));
    }

    @Test
    void anAnnouncementBeforeTheRefusal() {
        var trace = calling();
        sound(trace).responds(183);
        trace.after(9)
                .from("carrier")
                .to("alice")
                .phrase("Temporarily Unavailable")
                .responds(480);

        var finding = trace.the("announcement-before-refusal");

        assertThat(Trace.frames(finding)).containsExactly(3L, 4L);
        assertThat(finding.values())
                .containsEntry("span", Trace.seconds(9))
                .containsEntry("code", new Value.Code(480, "Temporarily Unavailable"));
    }

    @Test
    void aRingingPhoneBeforeTheRefusalNeedsNoAnnouncement() {
        var trace = calling();
        sound(trace).responds(183);
        trace.from("carrier").to("alice").responds(180);
        trace.after(9).from("carrier").to("alice").responds(486);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void earlyMediaBeforeAnAnswerAreNormal() {
        var trace = calling();
        sound(trace).responds(183);
        sound(trace.after(9)).responds(200);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void progressWithNothingToHear() {
        var trace = calling();
        trace.from("carrier").to("alice").responds(183);
        trace.after(12).from("alice").to("carrier").request("CANCEL");
        trace.from("carrier").to("alice").responds(200, "CANCEL");
        trace.from("carrier").to("alice").responds(487);

        var finding = trace.the("progress-without-sound");

        assertThat(Trace.frames(finding)).containsExactly(3L, 6L);
        assertThat(finding.values()).containsEntry("span", Trace.seconds(12));
    }

    @Test
    void ringingSoonAfterIsHeard() {
        var trace = calling();
        trace.from("carrier").to("alice").responds(183);
        trace.after(1).from("carrier").to("alice").responds(180);
        sound(trace.after(12)).responds(200);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void withoutTimesNobodyKnowsHowLong() {
        var trace = new Trace().untimed();
        trace.from("alice").to("carrier").request("INVITE");
        trace.from("carrier").to("alice").responds(183);
        trace.from("carrier").to("alice").responds(480);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void aBusyToneSaysNoMoreThanBusy() {
        var trace = calling();
        sound(trace).responds(183);
        trace.after(9).from("carrier").to("alice").phrase("Busy Here").responds(486);

        assertThat(trace.found()).doesNotContain(ALL);
    }
}
