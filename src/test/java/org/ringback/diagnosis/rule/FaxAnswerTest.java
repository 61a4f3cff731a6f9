package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;
import static org.ringback.diagnosis.Described.fax;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

class FaxAnswerTest {

    private final Trace trace = new Trace();

    private void faxes(String answer) {
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        trace.from("bob").to("alice").sdp(audio("198.51.100.2", 5000, "8")).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(2)
                .sdp(fax("198.51.100.1", 4000))
                .inside("INVITE");
        trace.from("bob").to("alice").cseq(2).sdp(answer).responds(200);
        trace.from("alice").to("bob").cseq(2).inside("ACK");
    }

    private void changesBack() {
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(3)
                .sdp(audio("198.51.100.1", 4000, "8"))
                .inside("INVITE");
        trace.from("bob")
                .to("alice")
                .cseq(3)
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(200);
        trace.from("alice").to("bob").cseq(3).inside("ACK");
    }

    @Test
    void theStreamIsSwitchedOff() {
        faxes(fax("198.51.100.2", 0));
        trace.goesOn(10);

        assertThat(trace.found()).contains("t38-answered-off");
    }

    @Test
    void theStreamIsOn() {
        faxes(fax("198.51.100.2", 5002));
        trace.goesOn(10);

        assertThat(trace.found()).doesNotContain("t38-answered-off");
    }

    @Test
    void soundComesBackAfterwards() {
        faxes(fax("198.51.100.2", 0));
        changesBack();

        assertThat(trace.found()).doesNotContain("t38-answered-off");
    }
}
