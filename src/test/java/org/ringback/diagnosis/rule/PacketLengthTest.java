package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.SoundCall.alice;
import static org.ringback.diagnosis.rule.SoundCall.answered;
import static org.ringback.diagnosis.rule.SoundCall.bob;
import static org.ringback.diagnosis.rule.SoundCall.bye;
import static org.ringback.diagnosis.rule.SoundCall.description;
import static org.ringback.diagnosis.rule.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

/** More or less time in a packet than was asked for. */
class PacketLengthTest {

    private static Trace asking(String wish, int ticks) {
        Trace trace = answered(SoundCall.ALICE, SoundCall.BOB + wish);
        alice(trace).ticks(ticks, 8000).size(ticks).packets(200);
        bob(trace).packets(500);
        return bye(trace, 10);
    }

    @Test
    void morePerPacketThanIsTakenIsTold() {
        assertThat(found(asking("a=maxptime:20", 480))).containsExactly("packet-time-too-long");
    }

    @Test
    void anotherPacketTimeThanAskedForIsRemarked() {
        assertThat(found(asking("a=ptime:20", 240))).containsExactly("packet-time-differs");
    }

    @Test
    void whatWasAskedForIsWell() {
        assertThat(found(asking("a=ptime:30\na=maxptime:30", 240))).isEmpty();
    }

    @Test
    void whoAskedForNothingTakesAnything() {
        assertThat(found(asking("", 480))).isEmpty();
    }

    @Test
    void theAgreedClockDecidesAndNotTheMeasuredOne() {
        Trace trace = answered(
                description("198.51.100.1", 4000, "111", ""), description("198.51.100.2", 6000, "111", "a=ptime:20"));
        alice(trace)
                .type(111)
                .ticks(960, 48_000)
                .packets(8)
                .at(alice(trace).now() + 40_000)
                .packets(300);
        bob(trace).type(111).ticks(960, 48_000).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }
}
