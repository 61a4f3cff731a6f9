package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.media.Talker;

/** Senders whose clocks are not that of the capture. */
class SenderClockTest {

    /** Five minutes. */
    private static final int LONG = 15_000;

    private static List<String> found(Trace trace) {
        return trace.found().stream()
                .filter(id -> id.startsWith("sender-clock-"))
                .toList();
    }

    private static Trace drifting(double ofAlice, double ofBob) {
        Trace trace = answered();
        alice(trace).slower(ofAlice).packets(LONG);
        bob(trace).slower(ofBob).packets(LONG);
        return bye(trace, 300);
    }

    @ParameterizedTest
    @CsvSource({"0.002, sender-clock-slow", "-0.002, sender-clock-fast"})
    void aClockThatIsOffIsTold(double part, String id) {
        Trace trace = drifting(part, 0);

        assertThat(found(trace)).containsExactly(id);
        assertThat(trace.the(id).certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.the(id).values()).containsEntry("every", Trace.seconds(10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0001, -0.0005, 0.05})
    void whatQuartzDoesAndAnotherRateAreNoDrift(double part) {
        assertThat(found(drifting(part, 0))).isEmpty();
    }

    @Test
    void aCaptureWhoseClockIsOffSeesItInBothDirections() {
        assertThat(found(drifting(0.002, 0.002))).isEmpty();
    }

    @Test
    void twoClocksThatAreOffDifferentlyAreTold() {
        Trace trace = drifting(0.002, -0.002);

        assertThat(found(trace)).containsExactlyInAnyOrder("sender-clock-slow", "sender-clock-fast");
        assertThat(trace.the("sender-clock-slow").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aStreamThatIsTooShortTellsNothing() {
        Trace trace = answered();
        alice(trace).slower(0.002).packets(5000);
        bob(trace).packets(5000);

        assertThat(found(bye(trace, 110))).isEmpty();
    }

    private static Trace andBob(Trace trace) {
        bob(trace).packets(LONG);
        return bye(trace, 300);
    }

    @Test
    void jitterAloneIsNoDrift() {
        Trace trace = answered();
        Talker alice = alice(trace);
        for (int i = 0; i < LONG; i++) {
            alice.packet(i % 7 * 9_000L);
        }

        assertThat(found(andBob(trace))).isEmpty();
    }

    @Test
    void jitterDoesNotHideADrift() {
        Trace trace = answered();
        Talker alice = alice(trace).slower(0.002);
        for (int i = 0; i < LONG; i++) {
            alice.packet(i % 7 * 9_000L);
        }

        assertThat(found(andBob(trace))).containsExactly("sender-clock-slow");
    }

    @Test
    void aWayThatBecomesLongerOnceIsNoDrift() {
        Trace trace = answered();
        Talker alice = alice(trace);
        for (int i = 0; i < LONG; i++) {
            alice.packet(i < LONG / 2 ? 0 : 400_000L);
        }

        assertThat(found(andBob(trace))).isEmpty();
    }

    @Test
    void whoStopsTheClockWhileSilentIsNotSlow() {
        Trace trace = answered();
        Talker alice = alice(trace);
        for (int i = 0; i < 100; i++) {
            alice.packets(150).hesitates(3_000).pauses(600_000);
        }

        assertThat(found(andBob(trace))).isEmpty();
    }
}
