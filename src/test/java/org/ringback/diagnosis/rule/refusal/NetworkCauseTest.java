package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.rule.offer.AudioCall;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

class NetworkCauseTest {

    private static Trace refused(int status, String reason) {
        var trace = new Trace();
        trace.from("alice").to("carrier").sdp(AudioCall.ALICE).request("INVITE");
        trace.after(4)
                .from("carrier")
                .to("alice")
                .phrase("")
                .header("Reason: " + reason)
                .responds(status);
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
                .noneMatch(id -> id.startsWith("cause-"));
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
        "404, 2, cause-no-route",
        "404, 3, cause-no-route",
        "410, 22, cause-number-changed",
        "404, 22, cause-number-changed",
        "484, 28, cause-number-incomplete",
        "404, 28, cause-number-incomplete",
        "484, 5, cause-number-incomplete",
        "404, 25, cause-routing-loop",
        "486, 17, line-busy",
        "480, 17, line-busy",
        "408, 18, cause-no-reaction",
        "480, 18, cause-no-reaction",
        "480, 19, cause-no-answer",
        "480, 20, cause-absent",
        "603, 21, cause-subscriber",
        "486, 21, cause-subscriber",
        "480, 24, cause-subscriber",
        "480, 26, cause-not-selected",
        "480, 102, cause-timer",
        "487, 26, cause-not-selected",
        "487, 20, cause-absent",
        "487, 38, cause-network-fault",
        "502, 27, cause-out-of-order",
        "480, 27, cause-out-of-order",
        "503, 34, cause-congestion",
        "500, 42, cause-congestion",
        "503, 44, cause-congestion",
        "503, 47, cause-congestion",
        "503, 38, cause-network-fault",
        "500, 41, cause-network-fault",
        "503, 41, cause-network-fault",
        "503, 58, cause-media",
        "403, 50, cause-barred",
        "403, 57, cause-barred",
        "501, 29, cause-not-offered",
        "501, 79, cause-not-offered",
        "500, 69, cause-not-offered",
        "504, 102, cause-timer",
        "500, 111, cause-protocol"
    })
    void whatACauseIsAbout(int status, int cause, String id) {
        var trace = refused(status, "Q.850;cause=" + cause);

        assertThat(trace.found()).containsExactly(id);
        assertThat(trace.the(id).values())
                .containsEntry("cause", new Value.Cause(cause))
                .containsEntry("refuser", Value.of(trace.address("carrier")));
    }

    /** What the cause says comes first, then that the code is another one. */
    @ParameterizedTest
    @CsvSource({
        "503, 1, cause-number",
        "500, 17, line-busy",
        "480, 1, cause-number",
        "480, 28, cause-number-incomplete",
        "480, 41, cause-network-fault",
        "503, 20, cause-absent",
        "503, 21, cause-subscriber",
        "403, 34, cause-congestion",
        "404, 34, cause-congestion",
        "603, 34, cause-congestion"
    })
    void whatTheCodeDoesNotFit(int status, int cause, String id) {
        assertThat(refused(status, "Q.850;cause=" + cause).found()).containsExactly(id, "cause-contradicts-code");
    }

    @ParameterizedTest
    @CsvSource({"480, 31", "500, 127", "503, 31"})
    void aNetworkThatGivesNoReasonIsQuotedWithThat(int status, int cause) {
        var trace = refused(status, "Q.850;cause=" + cause);

        assertThat(trace.found()).containsExactly("refused-without-reason");
        assertThat(trace.the("refused-without-reason").values()).containsEntry("cause", new Value.Cause(cause));
    }

    @ParameterizedTest
    @CsvSource({"404, 31, number-unknown", "486, 127, busy-at-once", "403, 31, refused-at-once"})
    void aCodeThatSaysMoreThanSuchACauseIsLeftAlone(int status, int cause, String id) {
        assertThat(refused(status, "Q.850;cause=" + cause).found()).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"480, 16", "404, 0", "404, 999", "486, 1000000000000"})
    void whatSaysNoMoreThanTheCode(int status, String cause) {
        assertThat(refused(status, "Q.850;cause=" + cause).found()).noneMatch(id -> id.startsWith("cause-"));
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
        assertThat(refused(503, "SIP;cause=17").found()).noneMatch(id -> id.startsWith("cause-"));
    }

    @Test
    void whoGetsThroughAtLastHasNotFailed() {
        var trace = refused(503, "Q.850;cause=34");
        trace.from("alice").to("other").cseq(2).request("INVITE");
        trace.from("other").to("alice").cseq(2).responds(200);

        assertThat(trace.found()).noneMatch(id -> id.startsWith("cause-"));
    }

    @Test
    void whoCanceledKnowsWhy() {
        var trace = new Trace();
        trace.from("alice").to("carrier").request("INVITE");
        trace.from("carrier").to("alice").responds(180);
        trace.after(8).from("alice").to("carrier").request("CANCEL");
        trace.from("carrier").to("alice").responds(200, "CANCEL");
        trace.from("carrier").to("alice").header("Reason: Q.850;cause=38").responds(487);

        assertThat(trace.found()).containsExactly("canceled-call");
    }

    @Test
    void aCauseThatNamesTheNumberSpeaksAgainstAMissingOffer() {
        var trace = new Trace();
        trace.from("alice").to("carrier").request("INVITE");
        trace.from("carrier").to("alice").header("Reason: Q.850;cause=1").responds(500);

        assertThat(trace.found()).containsExactly("cause-number", "cause-contradicts-code");
    }

    @ParameterizedTest
    @CsvSource({"503, 65", "480, 88"})
    void whatTheNetworkCannotCarry(int status, int cause) {
        var trace = new Trace();
        trace.from("alice").to("carrier").request("INVITE");
        trace.from("carrier").to("alice").header("Reason: Q.850;cause=" + cause).responds(status);

        assertThat(trace.found()).containsExactly("cause-media");
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

    /** A refusal after so many seconds, perhaps after a provisional response. */
    private static Trace refusedAfter(double seconds, int progress, int status, String reason) {
        var trace = new Trace();
        trace.from("alice").to("carrier").sdp(AudioCall.ALICE).request("INVITE");
        if (progress > 0) {
            trace.after(0.2).from("carrier").to("alice").responds(progress);
        }
        trace.after(seconds)
                .from("carrier")
                .to("alice")
                .phrase("")
                .header("Reason: " + reason)
                .responds(status);
        return trace;
    }

    @ParameterizedTest
    @CsvSource({"480, 19, cause-no-answer", "408, 18, cause-no-reaction"})
    void nobodyWaitsInVainWithinAMoment(int status, int cause, String id) {
        assertThat(refusedAfter(0.05, 0, status, "Q.850;cause=" + cause).found())
                .doesNotContain(id);
        assertThat(refusedAfter(12, 0, status, "Q.850;cause=" + cause).found()).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"480, 18, cause-no-reaction", "480, 20, cause-absent"})
    void aPhoneThatRangWasThere(int status, int cause, String id) {
        assertThat(refusedAfter(20, 180, status, "Q.850;cause=" + cause).findings())
                .noneMatch(finding -> finding.kind().id().equals(id) && finding.certainty() != Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({"484, 28, cause-number-incomplete", "404, 25, cause-routing-loop", "404, 3, cause-no-route"})
    void theSameNumberWasReachedTheSameWay(int status, int cause, String id) {
        var trace = new Trace();
        trace.call("before", "alice", "0301234");
        trace.from("alice").to("carrier").request("INVITE");
        trace.after(1).from("carrier").to("alice").responds(180);
        trace.after(3).from("carrier").to("alice").answers();
        trace.after(30).call("call-1", "alice", "0301234");
        trace.from("alice").to("carrier").request("INVITE");
        trace.from("carrier")
                .to("alice")
                .phrase("")
                .header("Reason: Q.850;cause=" + cause)
                .responds(status);

        assertThat(trace.findings("call-1"))
                .noneMatch(finding -> finding.kind().id().equals(id) && finding.certainty() != Certainty.POSSIBLE);
    }

    @Test
    void whoeverWaitedForASilentNextHopTellsNothingOfTheCallee() {
        var trace = new Trace();
        trace.from("alice").to("pbx").request("INVITE");
        String vias = "Via: SIP/2.0/UDP " + trace.address("pbx").text() + ";branch=z9hG4bK-p, SIP/2.0/UDP "
                + trace.address("alice").text() + ";branch=z9hG4bK-alice-INVITE-1-f";
        for (int i = 0; i < 5; i++) {
            trace.after(i).from("pbx").to("trunk").header(vias).request("INVITE");
        }
        trace.after(10)
                .from("pbx")
                .to("alice")
                .phrase("")
                .header("Reason: Q.850;cause=27")
                .responds(502);

        assertThat(trace.found()).doesNotContain("cause-out-of-order");
    }

    @ParameterizedTest
    @CsvSource({
        "503, Maximum calls exceeded, Q.850;cause=31",
        "503, Trunk disabled, Q.850;cause=31",
        "480, '', Q.850;cause=31;text=\"license limit\"",
        "500, No codec in common, Q.850;cause=127"
    })
    void aReasonInWordsIsOne(int status, String phrase, String reason) {
        var trace = new Trace();
        trace.from("alice").to("carrier").sdp(AudioCall.ALICE).request("INVITE");
        trace.from("carrier")
                .to("alice")
                .phrase(phrase)
                .header("Reason: " + reason)
                .responds(status);

        assertThat(trace.found()).doesNotContain("refused-without-reason");
    }

    @Test
    void aWarningIsAReason() {
        var trace = new Trace();
        trace.from("alice").to("carrier").sdp(AudioCall.ALICE).request("INVITE");
        trace.from("carrier")
                .to("alice")
                .phrase("Service Unavailable")
                .header("Reason: Q.850;cause=31")
                .header("Warning: 399 sbc \"Trunk is out of service\"")
                .responds(503);

        assertThat(trace.found()).doesNotContain("refused-without-reason");
    }

    @ParameterizedTest
    @CsvSource({"503, Service Unavailable, normal unspecified", "480, Temporarily unavailable, Interworking"})
    void theUsualWordsAreNoReason(int status, String phrase, String text) {
        var trace = new Trace();
        trace.from("alice").to("carrier").sdp(AudioCall.ALICE).request("INVITE");
        trace.from("carrier")
                .to("alice")
                .phrase(phrase)
                .header("Reason: Q.850;cause=31;text=\"" + text + "\"")
                .responds(status);

        assertThat(trace.found()).contains("refused-without-reason");
    }
}
