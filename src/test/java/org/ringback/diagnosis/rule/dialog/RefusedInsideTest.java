package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class RefusedInsideTest {

    private final Trace trace = Trace.ofSignaling();

    private void talking() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
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

    @Test
    void aPictureThatNobodyHasIsNotMissed() {
        talking();
        trace.from("alice")
                .to("bob")
                .cseq(2)
                .body("application/media_control+xml", "<media_control/>")
                .inside("INFO");
        trace.from("bob").to("alice").cseq(2).responds(415, "INFO");
        hangUp(3);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void whoTakesAnotherRequestStillResponds() {
        talking();
        trace.from("alice").to("bob").cseq(2).inside("INFO");
        trace.from("bob").to("alice").cseq(2).responds(408, "INFO");
        trace.after(3).from("bob").to("alice").byCallee().cseq(7).inside("UPDATE");
        trace.from("alice").to("bob").cseq(7).responds(200, "UPDATE");
        hangUp(3);

        assertThat(trace.found()).containsExactly("request-inside-refused");
    }

    @Test
    void whoGoesOnSpeakingIsThere() {
        var heard = new Trace();
        heard.talks(audio("198.51.100.1", 4000, "8"), audio("198.51.100.2", 5000, "8"));
        heard.media("alice", 4000).to("bob", 5000).packets(500);
        heard.media("bob", 5000).to("alice", 4000).packets(500);
        heard.after(1).from("alice").to("bob").cseq(2).inside("INFO");
        heard.from("bob").to("alice").cseq(2).responds(408, "INFO");
        heard.after(9).from("alice").to("bob").cseq(3).inside("BYE");
        heard.from("bob").to("alice").cseq(3).responds(200, "BYE");

        assertThat(heard.found()).contains("request-inside-refused").doesNotContain("timeout-inside-call");
    }

    @Test
    void aPackageThatIsNotKnownIsNotMissed() {
        talking();
        trace.from("alice").to("bob").cseq(2).header("Info-Package: conference").inside("INFO");
        trace.from("bob").to("alice").cseq(2).responds(469, "INFO");
        hangUp(3);

        assertThat(trace.found()).isEmpty();
    }
}
