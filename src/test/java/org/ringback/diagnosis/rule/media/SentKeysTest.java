package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

/** Keys that may not be understood. */
class SentKeysTest {

    private static final int EVENTS = 101;

    private static Trace pressing(int packets, boolean ends) {
        Trace trace = answered();
        alice(trace).packets(100).key(5, EVENTS, packets, ends).packets(300);
        bob(trace).packets(500);
        return bye(trace, 10);
    }

    @Test
    void aKeyWithoutAnEndIsTold() {
        Trace trace = pressing(8, false);

        assertThat(found(trace)).containsExactly("dtmf-without-end");
        assertThat(trace.the("dtmf-without-end").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void aKeyWithItsEndIsWell() {
        assertThat(found(pressing(8, true))).isEmpty();
    }

    @Test
    void whereTheStreamEndsTheEndMayComeElsewhere() {
        Trace trace = answered();
        alice(trace).packets(490).key(5, EVENTS, 8, false);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void whereOtherPacketsAreLostTheEndMayBeLostToo() {
        Trace trace = answered();
        alice(trace).packets(100).key(5, EVENTS, 8, false).loses(3).packets(300);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void aTouchOfTwentyMillisecondsIsTold() {
        Trace trace = answered();
        var alice = alice(trace).packets(100);
        alice.event(EVENTS, 23_000, 5, true, 160).packets(300);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).containsExactly("dtmf-too-short");
    }

    @Test
    void aKeyThatIsSentInTwoWaysIsTold() {
        Trace trace = answered();
        alice(trace).key(5, EVENTS, 8, true).packets(400);
        bob(trace).packets(500);
        trace.from("alice")
                .to("bob")
                .cseq(3)
                .body("application/dtmf-relay", "Signal=5\nDuration=160")
                .inside("INFO");
        trace.from("bob").to("alice").cseq(3).responds(200, "INFO");

        assertThat(found(bye(trace, 10))).containsExactly("dtmf-sent-twice");
    }

    @Test
    void anotherKeyByInfoIsAnotherPress() {
        Trace trace = answered();
        alice(trace).key(5, EVENTS, 8, true).packets(400);
        bob(trace).packets(500);
        trace.from("alice")
                .to("bob")
                .cseq(3)
                .body("application/dtmf-relay", "Signal=6\nDuration=160")
                .inside("INFO");
        trace.from("bob").to("alice").cseq(3).responds(200, "INFO");

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void fourBytesOfACodecAreNoKey() {
        Trace trace =
                answered(description("198.51.100.1", 4000, "111", ""), description("198.51.100.2", 6000, "111", ""));
        alice(trace).type(111).ticks(960, 48_000).size(4).silent(1).packets(500);
        bob(trace).type(111).ticks(960, 48_000).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }
}
