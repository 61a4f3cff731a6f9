package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

/** Early media that was announced and does not come. */
class SilentProgressTest {

    private static Trace progress(int status) {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        return trace.from("bob").to("alice").sdp(SoundCall.BOB).responds(status);
    }

    private static Trace answeredAfter(Trace trace, double seconds) {
        trace.after(seconds).from("bob").to("alice").sdp(SoundCall.BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        alice(trace).packets(500);
        bob(trace).packets(500);
        return bye(trace, 10);
    }

    @Test
    void aCallerWhoHearsNothingUntilTheAnswerIsTold() {
        assertThat(found(answeredAfter(progress(183), 8))).containsExactly("early-media-silent");
    }

    @Test
    void aToneThatComesIsWell() {
        Trace trace = progress(183);
        bob(trace).packets(400);

        assertThat(found(answeredAfter(trace, 8))).isEmpty();
    }

    @Test
    void whoIsToldToRingRingsByHimself() {
        Trace trace = progress(183);
        trace.from("bob").to("alice").responds(180);

        assertThat(found(answeredAfter(trace, 8))).isEmpty();
        assertThat(found(answeredAfter(progress(180), 8))).isEmpty();
    }

    @Test
    void anAnswerThatComesSoonIsWell() {
        assertThat(found(answeredAfter(progress(183), 3))).isEmpty();
    }
}
