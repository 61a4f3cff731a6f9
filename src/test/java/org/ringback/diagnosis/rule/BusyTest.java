package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

class BusyTest {

    private final Trace trace = Trace.ofSignaling();

    @ParameterizedTest
    @ValueSource(ints = {486, 600})
    void busyWithoutRinging(int status) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(100);
        trace.from("bob").to("alice").responds(status);

        assertThat(Trace.frames(trace.the("busy-at-once"))).containsExactly(3L);
        assertThat(trace.found()).containsExactly("busy-at-once");
    }

    @ParameterizedTest
    @ValueSource(ints = {486, 600, 603})
    void somebodyPressesReject(int status) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(3).from("bob").to("alice").responds(status);

        var finding = trace.the("declined-by-hand");

        assertThat(finding.values()).containsEntry("rang", Trace.seconds(3));
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.found()).containsExactly("declined-by-hand");
    }

    @Test
    void aMachineThatRefusesInAnInstantIsNobodysHand() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(0.05).from("bob").to("alice").responds(486);

        assertThat(trace.found()).containsExactly("refused-while-ringing");
    }

    @Test
    void anotherPhoneThanTheOneThatRang() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").toTag("one").responds(180);
        trace.after(3).from("bob").to("alice").toTag("other").responds(486);

        assertThat(trace.found()).containsExactly("refused-while-ringing");
    }
}
