package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class RefusedInsideTest {

    private final Trace trace = Trace.ofSignaling();

    private void talking() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);
        trace.from("alice").to("bob").inside("ACK");
    }

    private void hangUp(int cseq) {
        trace.after(30).from("alice").to("bob").cseq(cseq).inside("BYE");
        trace.from("bob").to("alice").cseq(cseq).responds(200, "BYE");
    }

    @ParameterizedTest
    @CsvSource({
        "INVITE, 500, session-change-refused",
        "INFO, 501, request-inside-refused",
        "REFER, 603, transfer-refused",
        "UPDATE, 408, timeout-inside-call",
        "INVITE, 408, timeout-inside-call"
    })
    void whatWasRefused(String method, int status, String kind) {
        talking();
        trace.from("alice").to("bob").cseq(2).inside(method);
        trace.from("bob").to("alice").cseq(2).responds(status, method);
        hangUp(3);

        var finding = trace.the(kind);

        assertThat(Trace.frames(finding)).containsExactly(5L, 4L);
        assertThat(finding.values()).containsEntry("code", new Value.Code(status, "Not Now"));
        assertThat(trace.found()).containsExactly(kind);
    }

    @Test
    void aByeThatIsRefused() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(500, "BYE");

        assertThat(trace.found()).containsExactly("bye-refused");
    }

    /** Its CANCEL need not be in the capture. */
    @Test
    void aChangeThatItsSenderTookBackWasNotRefused() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("INVITE");
        trace.after(1).from("bob").to("alice").cseq(2).responds(487);
        trace.from("alice").to("bob").cseq(2).acknowledges();
        hangUp(3);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void aSecondTryIsWhatCounts() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(407);
        trace.from("alice").to("bob").cseq(3).inside("INVITE");
        trace.from("bob").to("alice").cseq(3).responds(200);
        hangUp(4);

        assertThat(trace.found()).isEmpty();
    }
}
