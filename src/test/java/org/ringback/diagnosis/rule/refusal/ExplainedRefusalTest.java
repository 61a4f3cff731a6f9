package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class ExplainedRefusalTest {

    private final Trace trace = Trace.ofSignaling();

    @Test
    void theWordsAreQuoted() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header("Warning: 399 pbx \"Account suspended\"")
                .header("Reason: Q.850;cause=21;text=\"Call rejected by the spam filter\"")
                .responds(403);

        var finding = trace.the("refusal-explained");

        assertThat(Trace.frames(finding)).containsExactly(2L);
        assertThat(finding.values())
                .containsEntry(
                        "words",
                        Value.of(List.of(
                                "Warning: 399 pbx \"Account suspended\"",
                                "Reason: Q.850;cause=21;text=\"Call rejected by the spam filter\"")));
        assertThat(trace.found()).containsExactly("refusal-explained", "cause-subscriber");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Warning: 392 198.51.100.2:5060 \"Noisy feedback tells: pid=1\"",
                "Reason: Q.850;cause=21",
                "Reason: Q.850;cause=21;text=\"CALL_REJECTED\"",
                "Reason: Q.850;cause=1;text=\"Unallocated (unassigned) number\""
            })
    void whatSaysNothingIsNotQuoted(String header) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").header(header).responds(403);

        assertThat(trace.found()).isNotEmpty().doesNotContain("refusal-explained");
    }

    @ParameterizedTest
    @ValueSource(strings = {"User not registered", "Forbidden - account suspended", "Outside business hours"})
    void aPhraseOfItsOwnIsQuoted(String phrase) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").phrase(phrase).responds(403);

        assertThat(trace.the("refusal-explained").values()).containsEntry("words", Value.of(List.of(phrase)));
        assertThat(trace.found()).containsExactly("refusal-explained", "refused-at-once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forbidden", "FORBIDDEN", "Request denied", "", "Request failed 17"})
    void aPhraseThatOnlyNamesTheCodeIsNot(String phrase) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").phrase(phrase).responds(403);

        assertThat(trace.found()).containsExactly("refused-at-once");
    }

    private static final String ORIGINATOR = "Reason: SIP;cause=487;text=\"ORIGINATOR_CANCEL\"";
    private static final String ELSEWHERE = "Reason: SIP;cause=200;text=\"Call completed elsewhere\"";
    private static final String NOT_SELECTED = "Reason: Q.850;cause=26;text=\"Answered elsewhere\"";
    private static final String WARNING = "Warning: 399 sbc \"Call cancelled by caller\"";
    private static final String FAULT = "Reason: Q.850;cause=41;text=\"Gateway lost its trunk\"";

    @ParameterizedTest
    @ValueSource(strings = {ORIGINATOR, ELSEWHERE, NOT_SELECTED, WARNING, FAULT})
    void theReceiptOfACancelExplainsNoFailure(String header) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(8).from("alice").to("bob").request("CANCEL");
        trace.from("bob").to("alice").responds(200, "CANCEL");
        trace.from("bob").to("alice").header(header).responds(487);
        trace.from("alice").to("bob").acknowledges();

        assertThat(trace.found()).containsExactly("canceled-call");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {ORIGINATOR, ELSEWHERE, NOT_SELECTED, "Reason: Q.850;cause=16;text=\"Caller hung up\""})
    void aReasonThatSpeaksOfACancelExplainsNoFailureThoughTheCancelIsMissing(String header) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(8).from("bob").to("alice").header(header).responds(487);

        assertThat(trace.found()).isNotEmpty().doesNotContain("refusal-explained");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    private void refusedUnasked(String startLine, String header) {
        trace.raw("bob", "alice", """
            SIP/2.0 %s\r
            Via: SIP/2.0/UDP 198.51.100.2:5060;branch=z9hG4bKalone\r
            From: <sip:alice@example.com>;tag=1\r
            To: <sip:bob@example.com>;tag=2\r
            Call-ID: call-1\r
            CSeq: 1 INVITE\r
            %s\r
            Content-Length: 0\r
            \r
            """.formatted(startLine, header));
    }

    @ParameterizedTest
    @ValueSource(strings = {ORIGINATOR, ELSEWHERE, WARNING, FAULT})
    void a487AloneIsNoFailure(String header) {
        refusedUnasked("487 Request Terminated", header);

        assertThat(trace.found()).containsExactly("response-alone");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {WARNING + "|terminated-without-cancel", FAULT + "|cause-network-fault"})
    void a487ThatNobodyAskedForIsQuoted(String header, String beside) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        trace.after(8).from("bob").to("alice").header(header).responds(487);

        assertThat(trace.found()).containsExactly("refusal-explained", beside);
    }

    @Test
    void theSameWordsInAnotherRefusalAreQuoted() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header(ELSEWHERE).responds(480);

        assertThat(trace.found()).contains("refusal-explained");
    }
}
