package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

class NetworkCauseTest {

    private static final String[] ALL = {
        "cause-number",
        "cause-subscriber",
        "cause-congestion",
        "cause-media",
        "cause-barred",
        "cause-protocol",
        "cause-contradicts-code"
    };

    private static Trace refused(int status, String reason) {
        var trace = new Trace();
        trace.from("alice").to("carrier").request("INVITE");
        trace.from("carrier").to("alice").phrase("").header("Reason: " + reason).responds(status);
        return trace;
    }

    /** A B2BUA that refuses because its other leg was refused. */
    private static Trace passedOn(String carrier, String pbx) {
        var trace = new Trace();
        trace.call("inner", "alice", "bob").from("alice").to("pbx").request("INVITE");
        trace.after(0.01)
                .call("outer", "alice", "bob")
                .from("pbx")
                .to("carrier")
                .header("X-Call-ID: inner")
                .request("INVITE");
        trace.after(0.1).from("carrier").to("pbx").header(carrier).responds(403);
        trace.after(0.01)
                .call("inner", "alice", "bob")
                .from("pbx")
                .to("alice")
                .header(pbx)
                .responds(403);
        return trace;
    }

    @Test
    void aCauseThatTheB2buaMadeUpIsNone() {
        var trace = passedOn("Warning: 399 carrier \"CLI not allowed\"", "Reason: Q.850;cause=21");
        assertThat(trace.findings("inner"))
                .extracting(finding -> finding.kind().id())
                .doesNotContain(ALL);
    }

    @Test
    void whatTheOtherLegSaidIsSaidOfBoth() {
        var trace = passedOn("Warning: 399 carrier \"CLI not allowed\"", "Reason: Q.850;cause=21;text=\"rejected\"");
        assertThat(trace.findings("inner"))
                .filteredOn(finding -> finding.kind().id().equals("refusal-explained"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.values().get("words").toString())
                        .contains("CLI not allowed")
                        .doesNotContain("rejected"));
    }

    @Test
    void aCauseThatTheB2buaPassedOnIsOne() {
        var trace = passedOn("Reason: Q.850;cause=21", "Reason: Q.850;cause=21");
        assertThat(trace.findings("inner"))
                .extracting(finding -> finding.kind().id())
                .contains("cause-subscriber");
    }

    @ParameterizedTest
    @CsvSource({
        "404, 1, cause-number",
        "404, 3, cause-number",
        "480, 19, cause-subscriber",
        "480, 18, cause-subscriber",
        "603, 21, cause-subscriber",
        "503, 34, cause-congestion",
        "500, 41, cause-congestion",
        "500, 42, cause-congestion",
        "503, 58, cause-media",
        "503, 65, cause-media",
        "480, 88, cause-media",
        "403, 57, cause-barred",
        "504, 102, cause-protocol",
        "503, 1, cause-contradicts-code",
        "500, 17, cause-contradicts-code",
        "480, 1, cause-contradicts-code",
        "404, 34, cause-contradicts-code",
        "603, 34, cause-contradicts-code"
    })
    void whatACauseIsAbout(int status, int cause, String id) {
        var trace = refused(status, "Q.850;cause=" + cause);

        assertThat(trace.found())
                .filteredOn(found -> found.startsWith("cause-"))
                .containsExactly(id);
        assertThat(trace.the(id).values())
                .containsEntry("cause", new Value.Cause(cause))
                .containsEntry("refuser", Value.of(trace.address("carrier")));
    }

    @ParameterizedTest
    @CsvSource({"486, 17", "480, 16", "480, 31", "500, 127", "404, 0", "404, 999", "486, 1000000000000"})
    void whatSaysNoMoreThanTheCode(int status, String cause) {
        assertThat(refused(status, "Q.850;cause=" + cause).found()).doesNotContain(ALL);
    }

    @Test
    void theContradictionNamesTheUsualCode() {
        assertThat(refused(503, "Q.850;cause=1;text=\"Unallocated\"")
                        .the("cause-contradicts-code")
                        .values())
                .containsEntry("usual", new Value.Code(404, "Not Found"));
    }

    @Test
    void aCodeOfSipIsNoCauseOfTheNetwork() {
        assertThat(refused(503, "SIP;cause=17").found()).doesNotContain(ALL);
    }

    @Test
    void whoGetsThroughAtLastHasNotFailed() {
        var trace = refused(503, "Q.850;cause=34");
        trace.from("alice").to("other").cseq(2).request("INVITE");
        trace.from("other").to("alice").cseq(2).responds(200);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void theCauseHasAName() {
        var languages = new Languages(new ProgramFiles());
        var text = FindingTexts.load(languages, languages.english())
                .of(refused(503, "Q.850;cause=34").the("cause-congestion"));

        assertThat(text.what()).contains("Q.850 34 no circuit available");
    }

    @Test
    void aReservationThatFailedSaysWhatTheCauseSays() {
        assertThat(refused(580, "Q.850;cause=47").found()).containsExactly("preconditions-failed");
    }
}
