package org.ringback.diagnosis.rule.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** What somebody pastes who has one message and wants to know what it means. */
class LoneMessageTest {

    private final Trace trace = Trace.ofSignaling();

    private void response(String status, String cseq, String... headers) {
        trace.raw("bob", "alice", String.join("\r\n", lines(status, cseq, headers)));
    }

    private List<String> lines(String status, String cseq, String... headers) {
        var lines = new ArrayList<>(List.of(
                "SIP/2.0 " + status,
                "Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-1",
                "From: <sip:alice@example.com>;tag=alice-tag",
                "To: <sip:bob@example.com>;tag=bob-tag",
                "Call-ID: call-1",
                "CSeq: " + cseq));
        lines.addAll(List.of(headers));
        lines.addAll(List.of("", ""));
        return lines;
    }

    @Test
    void aRefusalAloneIsThatOfACallMostLikely() {
        response("488 Not Acceptable Here", "1 INVITE");

        var finding = trace.the("refusal-alone");

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values()).containsEntry("code", new Value.Code(488, "Not Acceptable Here"));
        assertThat(trace.found()).containsExactly("refusal-alone");
    }

    @Test
    void theWordsOfTheRefusalComeFirst() {
        response("488 Not Acceptable Here", "1 INVITE", "Warning: 304 pbx \"Media type not available\"");

        assertThat(trace.found()).containsExactly("refusal-explained", "refusal-alone");
    }

    @Test
    void ofACallThatRanBeforeNothingIsKnown() {
        response("200 OK", "1 INVITE");
        response("488 Not Acceptable Here", "2 INVITE");

        assertThat(trace.found()).doesNotContain("refusal-alone").contains("only-responses-captured");
    }

    @Test
    void whatWasAskedBeforeItIsNotAlone() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(488);

        assertThat(trace.found()).doesNotContain("refusal-alone", "response-alone", "request-alone");
    }

    @ParameterizedTest
    @CsvSource({
        "180 Ringing, 1 INVITE",
        "200 OK, 1 INVITE",
        "302 Moved Temporarily, 1 INVITE",
        "401 Unauthorized, 1 REGISTER",
        "407 Proxy Authentication Required, 1 INVITE",
        "422 Session Interval Too Small, 1 INVITE",
        "423 Interval Too Brief, 1 REGISTER",
        "481 Call/Transaction Does Not Exist, 1 INVITE",
        "491 Request Pending, 2 INVITE",
        "481 Subscription Does Not Exist, 3 NOTIFY",
        "403 Forbidden, 2 BYE",
        "415 Unsupported Media Type, 3 INFO",
        "487 Request Terminated, 1 INVITE",
        "200 OK, 2 BYE",
        "200 OK, 7 REGISTER"
    })
    void everyOtherResponseIsExplained(String status, String cseq) {
        response(status, cseq);

        var finding = trace.the("response-alone");

        assertThat(finding.kind().weight()).isEqualTo(Weight.BLIND);
        assertThat(trace.found())
                .doesNotContain("capture-began-inside", "only-responses-captured", "refusal-alone", "request-refused");
    }

    @Test
    void whatMayBeAStepDoesNotFail() {
        response("401 Unauthorized", "1 REGISTER");

        assertThat(trace.calls().getFirst().outcome().failed()).isFalse();
    }
}
