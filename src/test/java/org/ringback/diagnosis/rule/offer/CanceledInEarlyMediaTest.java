package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class CanceledInEarlyMediaTest {

    private final Trace trace = new Trace();

    private void sound(int... rings) {
        sound("a=sendrecv", rings);
    }

    private void sound(String attributes, int... rings) {
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        for (int status : rings) {
            trace.from("bob").to("alice").responds(status);
        }
        trace.after(1)
                .from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8", attributes))
                .responds(183);
    }

    private void canceled(double after) {
        trace.after(after).from("alice").to("bob").cancels();
    }

    @Test
    void theCallerGivesUpWhileSheListens() {
        sound();
        canceled(8);

        assertThat(trace.found()).contains("canceled-in-early-media");
        assertThat(Trace.frames(trace.the("canceled-in-early-media"))).containsExactly(2L, 3L);
        assertThat(trace.the("canceled-in-early-media").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.the("canceled-in-early-media").values())
                .containsEntry("span", Trace.seconds(8))
                .containsEntry("speaker", Value.of(trace.address("bob")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=curr:qos local none\na=curr:qos remote none\na=des:qos mandatory local sendrecv",
                "a=inactive",
                "a=recvonly"
            })
    void whoReservesOrOnlyListensAnnouncesNoSound(String attributes) {
        sound(attributes);
        canceled(8);

        assertThat(trace.found()).doesNotContain("canceled-in-early-media");
    }

    @Test
    void whereItRingsSheGivesUpBecauseNobodyAnswers() {
        sound(180);
        canceled(8);

        assertThat(trace.found()).doesNotContain("canceled-in-early-media");
    }

    @Test
    void whoHasDialedTheWrongNumberHangsUpSooner() {
        sound();
        canceled(1);

        assertThat(trace.found()).doesNotContain("canceled-in-early-media");
    }
}
