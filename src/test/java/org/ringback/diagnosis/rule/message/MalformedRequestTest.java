package org.ringback.diagnosis.rule.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.TraceStep;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class MalformedRequestTest {

    private static final String CONTACT = "Contact: <sip:alice@198.51.100.1>";

    private final Trace trace = Trace.ofSignaling();

    private TraceStep step(int cseq) {
        return trace.from("alice").to("bob").cseq(cseq).header(CONTACT);
    }

    private void refused(int cseq, int status) {
        trace.from("bob").to("alice").cseq(cseq).responds(status);
        trace.from("alice").to("bob").cseq(cseq).acknowledges();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Max-Forwards: 12", "To: <sip:carol@example.com>", "Call-ID: other@host", "Expires: 60"})
    void aHeaderThatMayStandOnce(String second) {
        step(1).header(first(second)).header(second).request("INVITE");
        refused(1, 400);

        var finding = trace.the("header-twice");

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.values()).containsEntry("header", Value.of(second.substring(0, second.indexOf(':'))));
        assertThat(trace.found()).containsExactly("header-twice");
    }

    private static String first(String second) {
        return switch (second.substring(0, second.indexOf(':'))) {
            case "Max-Forwards" -> "Max-Forwards: 70";
            case "To" -> "To: <sip:bob@example.com>";
            case "Expires" -> "Expires: 120";
            default -> "Call-ID: call-1";
        };
    }

    @Test
    void aContactThatIsMissing() {
        trace.from("alice").to("bob").request("INVITE");
        refused(1, 400);

        assertThat(trace.the("header-missing").values()).containsEntry("header", Value.of("Contact"));
    }

    @Test
    void aFromWithoutATag() {
        step(1).header("From: <sip:alice@example.com>").request("INVITE");
        refused(1, 400);

        assertThat(trace.found()).contains("from-tag-missing");
    }

    @Test
    void aValueOfTheWrongForm() {
        step(1).header("Expires: soon").request("INVITE");
        refused(1, 400);

        assertThat(trace.the("header-wrong-form").values()).containsEntry("header", Value.of("Expires"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Allow: PUBLISH", "Supported: timer", "P-Asserted-Identity: <tel:+49301>", "X-Any: 1"})
    void listsMayStandTwice(String header) {
        step(1).header(header)
                .header(header)
                .sdp(audio("198.51.100.1", 4000, "8"))
                .request("INVITE");
        refused(1, 400);

        assertThat(trace.found()).containsExactly("refused-at-once");
    }

    @Test
    void anotherCodeHasAnotherReason() {
        step(1).header("Max-Forwards: 70").header("Max-Forwards: 12").request("INVITE");
        refused(1, 403);

        assertThat(trace.found()).containsExactly("refused-at-once");
    }

    @Test
    void whatIsAcceptedAnotherTimeIsNotWhatIsBad() {
        step(1).header("Expires: soon").request("INVITE");
        refused(1, 400);
        step(2).header("Expires: soon").request("INVITE");
        refused(2, 486);

        assertThat(trace.found()).doesNotContain("header-wrong-form");
    }

    @Test
    void aRequestThatIsAcceptedOnTheNextTry() {
        trace.from("alice").to("bob").request("INVITE");
        refused(1, 400);
        step(2).request("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(200);
        trace.from("alice").to("bob").cseq(2).inside("ACK");

        assertThat(trace.found()).doesNotContain("header-missing");
    }

    @Test
    void aNameWithACommaMustBeQuoted() {
        step(1).header("From: Doe, John <sip:alice@example.com>;tag=a").request("INVITE");
        trace.from("bob").to("alice").phrase("Bad From").responds(400);

        assertThat(trace.found()).contains("header-wrong-form").doesNotContain("caller-number-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Warning: 399 bob \"No SDP in body\"", "Warning: 305 bob \"Incompatible media format\""})
    void whoMeansTheSessionDescriptionMeansNoHeader(String why) {
        step(1).header("Expires: 60").header("Expires: 120").request("INVITE");
        trace.from("bob").to("alice").header(why).responds(400);

        assertThat(trace.found()).doesNotContain("header-twice");
    }

    private void anotherCall(int status) {
        trace.call("call-2", "alice", "carol");
        step(1).header("Expires: 60").header("Expires: 120").request("INVITE");
        refused(1, status);
        trace.call("call-1", "alice", "bob");
        trace.after(5);
        step(1).header("Expires: 60").header("Expires: 120").request("INVITE");
        refused(1, 400);
    }

    @Test
    void whatIsAcceptedInAnotherCallIsNotWhatIsBad() {
        anotherCall(200);

        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("header-twice");
    }

    @Test
    void butWhatIsRefusedInEveryCallMayBe() {
        anotherCall(400);

        assertThat(Trace.ids(trace.findings("call-1"))).contains("header-twice");
    }
}
