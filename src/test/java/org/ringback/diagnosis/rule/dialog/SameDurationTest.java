package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class SameDurationTest {

    private final Trace trace = Trace.ofSignaling();

    private void call(int number, double talk, boolean endedByCarrier) {
        call(number, talk, endedByCarrier, "User-Agent: x");
    }

    private void call(int number, double talk, boolean endedByCarrier, String header) {
        trace.call("call-" + number, "alice", "bob").after(10);
        trace.from("pbx").to("carrier").request("INVITE");
        trace.from("carrier")
                .to("pbx")
                .header("Contact: <sip:bob@198.51.100.2>")
                .responds(200);
        trace.from("pbx").to("carrier").inside("ACK");
        trace.after(talk);
        if (endedByCarrier) {
            trace.from("carrier").to("pbx").byCallee().header(header).inside("BYE");
            trace.from("pbx").to("carrier").responds(200, "BYE");
        } else {
            trace.from("pbx").to("carrier").cseq(2).inside("BYE");
            trace.from("carrier").to("pbx").cseq(2).responds(200, "BYE");
        }
    }

    @Test
    void threeCallsThatTheCarrierEndsAfterFifteenMinutes() {
        call(1, 900.1, true);
        call(2, 900, true);
        call(3, 900.2, true);
        call(4, 77, false);

        var finding = trace.findings("call-1").getFirst();

        assertThat(finding.kind().id()).isEqualTo("same-duration");
        assertThat(Trace.frames(finding)).containsExactly(4L, 9L, 14L);
        assertThat(finding.values())
                .containsEntry("ender", Value.of(trace.address("carrier")))
                .containsEntry("count", Value.of(3));
        assertThat(trace.findings("call-2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {930, 47})
    void aLengthThatIsNoTimerOrThatIsPassed(double talk) {
        call(1, talk, true);
        call(2, talk, true);
        call(3, talk, true);

        assertThat(trace.findings("call-1")).isEmpty();
    }

    @Test
    void aTimerLetsNoCallPass() {
        call(1, 60, true);
        call(2, 60, true);
        call(3, 60, true);
        call(4, 200, true);

        assertThat(trace.findings("call-1")).isEmpty();
    }

    @Test
    void aTimerThatTheByeNamesIsNoRiddle() {
        for (int number = 1; number <= 3; number++) {
            call(number, 60, true, "Reason: Q.850;cause=44;text=\"RTP timeout\"");
        }

        assertThat(Trace.ids(trace.findings("call-1")))
                .contains("media-timeout")
                .doesNotContain("same-duration");
    }

    @Test
    void twiceIsChance() {
        call(1, 60, true);
        call(2, 60, true);

        assertThat(trace.findings("call-1")).isEmpty();
    }

    @Test
    void eachSideOnce() {
        call(1, 60, true);
        call(2, 60, false);
        call(3, 60, false);

        assertThat(trace.findings("call-1")).isEmpty();
    }
}
