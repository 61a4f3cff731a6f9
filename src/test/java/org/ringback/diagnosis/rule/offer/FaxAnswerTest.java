package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;
import static org.ringback.diagnosis.Described.fax;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;

class FaxAnswerTest {

    private final Trace trace = new Trace();

    private void faxes(String answer) {
        trace.talks(audio("198.51.100.1", 4000, "8"), audio("198.51.100.2", 5000, "8"));
        trace.after(5).changes(2, fax("198.51.100.1", 4000), answer);
    }

    private void changesBack() {
        trace.after(5).changes(3, audio("198.51.100.1", 4000, "8"), audio("198.51.100.2", 5000, "8"));
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
