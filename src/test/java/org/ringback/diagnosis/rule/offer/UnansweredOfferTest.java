package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;
import static org.ringback.diagnosis.rule.offer.AgreedMediaTest.ALL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

/** Offers that get no answer, and calls in which nobody offers anything. */
class UnansweredOfferTest {

    @Test
    void anAnswerWithoutADescription() {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        trace.after(1).from("bob").to("alice").answers();

        assertThat(Trace.frames(trace.the("sdp-answer-missing"))).containsExactly(2L, 1L);
    }

    @Test
    void anEarlierDescriptionAnswersToo() {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        trace.after(1)
                .from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(183);
        trace.after(1).from("bob").to("alice").answers();

        assertThat(trace.found()).doesNotContain("sdp-answer-missing");
    }

    @Test
    void aCutMessageIsNotWithoutADescription() {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        trace.raw("bob", "alice", """
            SIP/2.0 200 OK
            Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bK-alice-INVITE-1-f
            From: <sip:alice@example.com>;tag=alice-tag
            To: <sip:bob@example.com>;tag=bob-tag
            Call-ID: call-1
            CSeq: 1 INVITE
            Content-Length: 200

            """.replace("\n", "\r\n"));
        trace.from("alice").to("bob").inside("ACK");

        assertThat(trace.found()).doesNotContain("sdp-answer-missing");
    }

    @Test
    void aLateOfferNeedsItsAnswerInTheAck() {
        var trace = late();
        trace.from("alice").to("bob").inside("ACK");

        var finding = trace.the("ack-without-sdp");

        assertThat(Trace.frames(finding)).containsExactly(3L, 2L);
        assertThat(finding.values()).containsEntry("caller", Value.of(trace.address("alice")));
    }

    @Test
    void aLateOfferThatIsAnsweredIsFine() {
        var trace = late();
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "8")).inside("ACK");

        assertThat(trace.found()).doesNotContain(ALL);
    }

    private static Trace late() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        return trace.after(1)
                .from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(200);
    }

    @Test
    void nobodyOffers() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.after(1).from("bob").to("alice").answers();

        assertThat(Trace.frames(trace.the("sdp-offer-missing"))).containsExactly(2L);
    }

    @Test
    void anUnansweredForkIsNotLookedAt() {
        var trace = new Trace();
        trace.from("alice").to("proxy").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        trace.from("proxy")
                .to("alice")
                .toTag("fork-1")
                .sdp(audio("198.51.100.2", 0, "18"))
                .responds(183);
        trace.after(1)
                .from("proxy")
                .to("alice")
                .toTag("fork-2")
                .sdp(audio("198.51.100.3", 5000, "8"))
                .responds(200);

        assertThat(trace.found()).doesNotContain(ALL);
    }

    private static Trace changed(String answer) {
        var trace = new Trace();
        trace.talks(audio("198.51.100.1", 4000, "8"), audio("198.51.100.2", 5000, "8"));
        trace.after(10)
                .from("alice")
                .to("bob")
                .cseq(2)
                .sdp(audio("198.51.100.1", 4000, "8", "a=sendonly"))
                .inside("INVITE");
        var step = trace.from("bob").to("alice").cseq(2);
        if (!answer.isEmpty()) {
            step.sdp(answer);
        }
        step.responds(200);
        trace.from("alice").to("bob").cseq(2).inside("ACK");
        trace.after(30).from("alice").to("bob").cseq(3).inside("BYE");
        return trace.from("bob").to("alice").cseq(3).responds(200, "BYE");
    }

    @Test
    void aChangeThatIsAcceptedWithoutSayingHow() {
        var trace = changed("");

        assertThat(trace.the("change-answer-missing").values())
                .containsEntry("media", Value.of(List.of("audio RTP/AVP")));
        assertThat(trace.found()).doesNotContain("sdp-answer-missing");
    }

    @Test
    void aChangeThatIsAnsweredIsHealthy() {
        assertThat(changed(audio("198.51.100.2", 5000, "8", "a=recvonly")).found())
                .doesNotContain("change-answer-missing");
    }

    @Test
    void whatIsOfferedEarlyIsAnsweredInThePrack() {
        var trace = new Trace();
        trace.from("alice").to("bob").header("Supported: 100rel").request("INVITE");
        trace.from("bob")
                .to("alice")
                .header("Require: 100rel")
                .header("RSeq: 1")
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(183);
        trace.after(3).from("bob").to("alice").answers();

        assertThat(trace.found()).doesNotContain("ack-without-sdp");
    }

    @ParameterizedTest
    @CsvSource({"7, false", "6, true"})
    void theAnswerMayStandInAResponseThatOnlyItsPrackSpeaksOf(int given, boolean missing) {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        trace.from("bob")
                .to("alice")
                .header("RSeq: 6")
                .header("Require: 100rel")
                .responds(180);
        trace.from("alice")
                .to("bob")
                .cseq(2)
                .header("RAck: " + given + " 1 INVITE")
                .inside("PRACK");
        trace.from("bob").to("alice").cseq(2).responds(200, "PRACK");
        trace.after(1).from("bob").to("alice").answers();

        assertThat(trace.found().contains("sdp-answer-missing")).isEqualTo(missing);
    }
}
