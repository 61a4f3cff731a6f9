package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class LostResponsesTest {

    private static final String CONTACT = "Contact: <sip:bob@198.51.100.77>";

    private final Trace trace = Trace.ofSignaling();

    private void invited() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
    }

    private void againAfter(double seconds) {
        trace.after(seconds).from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
    }

    private void answered(int repeats) {
        trace.from("bob").to("alice").header(CONTACT).responds(200);
        for (int i = 0; i < repeats; i++) {
            trace.after(4).from("bob").to("alice").header(CONTACT).responds(200);
        }
    }

    @Test
    void whoAsksAgainAndAgainHearsNoResponse() {
        invited();
        againAfter(1.5);
        againAfter(2);
        againAfter(4);
        answered(4);

        var finding = trace.the("responses-not-arriving");

        assertThat(Trace.frames(finding)).containsExactly(7L, 2L, 9L);
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("server", Value.of(trace.address("bob")))
                .containsEntry("client", Value.of(trace.address("alice")))
                .containsEntry("repeats", Value.of(3))
                .containsEntry("responses", Value.of(9));
    }

    @Test
    void anAnswerThatDidNotArriveNeedsNoAck() {
        invited();
        againAfter(1.5);
        againAfter(2);
        againAfter(4);
        answered(4);

        assertThat(trace.found()).containsExactly("responses-not-arriving");
    }

    @Test
    void whoGivesUpHeardThatItRangPerhaps() {
        invited();
        againAfter(1.5);
        againAfter(2);
        againAfter(4);
        trace.after(3).from("alice").to("bob").request("CANCEL");

        assertThat(trace.the("responses-not-arriving").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void responsesThatComeLateEndTheRepetition() {
        trace.from("alice").to("bob").request("INVITE");
        trace.after(0.5).from("alice").to("bob").request("INVITE");
        trace.after(1).from("alice").to("bob").request("INVITE");
        trace.after(2).from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
        answered(4);

        assertThat(trace.found()).containsExactly("ack-missing");
    }

    @Test
    void packetsThatWereCapturedTwiceAreNotRepeated() {
        invited();
        againAfter(1.5);
        againAfter(0.001);
        againAfter(0.001);
        answered(4);

        assertThat(trace.found()).containsExactly("ack-missing");
    }

    @Test
    void aCallerThatAcknowledgesHeardTheAnswer() {
        invited();
        againAfter(1.5);
        againAfter(2);
        againAfter(4);
        trace.from("bob").to("alice").header(CONTACT).responds(200);
        trace.from("alice").to("bob").inside("ACK");

        assertThat(trace.found()).doesNotContain("responses-not-arriving");
    }

    @Test
    void aProxyThatPassesTheRingingOnHeardIt() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(180);
        trace.from("proxy").to("alice").responds(180);
        for (int i = 1; i < 5; i++) {
            trace.after(2).from("proxy").to("bob").request("INVITE");
        }

        assertThat(trace.found()).doesNotContain("responses-not-arriving");
    }

    /** As a mirror port may copy them, or a log hold them: the timer of a client doubles. */
    @Test
    void repetitionsThatComeAtAnyTimeAreCopies() {
        invited();
        againAfter(1.2);
        againAfter(0.7);
        againAfter(1);

        assertThat(trace.found()).doesNotContain("responses-not-arriving");
    }

    @Test
    void repetitionsAtEqualIntervalsAreOfAnotherTimer() {
        invited();
        againAfter(2);
        againAfter(2);
        againAfter(2);

        assertThat(trace.the("responses-not-arriving").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void anAnswerAfterWhichSomethingFollowsMayHaveBeenHeard() {
        invited();
        againAfter(1.5);
        againAfter(2);
        againAfter(4);
        answered(4);
        trace.after(4).from("bob").to("alice").byCallee().inside("BYE");

        assertThat(trace.the("responses-not-arriving").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aCallerThatTriesAgainInTimeHeardTheChallenge() {
        invited();
        againAfter(1.5);
        againAfter(2);
        againAfter(4);
        trace.from("bob").to("alice").responds(407);
        trace.from("alice")
                .to("bob")
                .cseq(2)
                .header("Proxy-Authorization: Digest a=b")
                .request("INVITE");

        assertThat(trace.found()).doesNotContain("responses-not-arriving");
    }

    /** Nobody knows the port of the answer without the answer. */
    @ParameterizedTest
    @CsvSource({"alice, 6000, false", "stranger, 6000, true", "alice, 7000, true"})
    void aCallerThatSpeaksToThePortOfTheAnswerHeardIt(String speaker, int port, boolean found) {
        Trace spoken = new Trace();
        String answer = sdp(spoken.address("bob"), 6000);
        for (double wait : new double[] {0, 1.5, 2, 4}) {
            spoken.after(wait)
                    .from("alice")
                    .to("bob")
                    .sdp(sdp(spoken.address("alice"), 4000))
                    .request("INVITE");
            spoken.from("bob").to("alice").header(CONTACT).sdp(answer).responds(200);
        }
        spoken.media(speaker, 4000).to("bob", port).packets(200);
        spoken.goesOn(5);

        assertThat(spoken.found().contains("responses-not-arriving")).isEqualTo(found);
    }

    /** The first answer named it, and a re-INVITE whose responses are lost changes nothing. */
    @Test
    void soundToAPortThatWasKnownBeforeDoesNotShowThatTheAnswerWasHeard() {
        Trace spoken = new Trace();
        String offer = sdp(spoken.address("alice"), 4000);
        String answer = sdp(spoken.address("bob"), 6000);
        spoken.from("alice").to("bob").sdp(offer).request("INVITE");
        spoken.from("bob").to("alice").header(CONTACT).sdp(answer).responds(200);
        spoken.from("alice").to("bob").inside("ACK");
        spoken.media("alice", 4000).to("bob", 6000).packets(1000);
        for (double wait : new double[] {5, 1.5, 2, 4}) {
            spoken.after(wait).from("alice").to("bob").cseq(2).sdp(offer).inside("INVITE");
            spoken.from("bob").to("alice").cseq(2).header(CONTACT).sdp(answer).responds(200);
        }

        assertThat(spoken.the("responses-not-arriving").certainty()).isEqualTo(Certainty.LIKELY);
    }

    private static String sdp(Endpoint host, int port) {
        return """
            v=0
            o=- 1 1 IN IP4 HOST
            s=-
            c=IN IP4 HOST
            t=0 0
            m=audio PORT RTP/AVP 8
            """.replace("HOST", host.host()).replace("PORT", Integer.toString(port));
    }

    private static Trace registers(int copies, boolean heard) {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").request("REGISTER");
        trace.after(0.1).from("bob").to("alice").responds(200, "REGISTER");
        for (int i = 0; i < copies; i++) {
            trace.after(2).from("alice").to("bob").request("REGISTER");
            trace.from("bob").to("alice").responds(200, "REGISTER");
        }
        if (heard) {
            trace.after(1).from("alice").to("bob").cseq(2).request("REGISTER");
            trace.from("bob").to("alice").cseq(2).responds(200, "REGISTER");
        }
        return trace.after(60);
    }

    @Test
    void aRegistrationThatIsRepeatedThoughItWasAccepted() {
        var finding = registers(4, false).the("final-response-not-arriving");

        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("method", Value.of("REGISTER"))
                .containsEntry("repeats", Value.of(4));
    }

    @Test
    void oneRepetitionMayCrossTheResponse() {
        assertThat(registers(1, false).found()).doesNotContain("final-response-not-arriving");
    }

    @Test
    void whoAsksForSomethingNewHasHeard() {
        assertThat(registers(4, true).found()).doesNotContain("final-response-not-arriving");
    }

    private static Trace asksAgain(double apart) {
        var trace = Trace.ofSignaling();
        for (int i = 0; i < 6; i++) {
            trace.from("alice").to("bob").request("OPTIONS");
            trace.after(0.02).from("bob").to("alice").responds(200, "OPTIONS");
            trace.after(apart);
        }
        return trace.after(60);
    }

    @Test
    void aClientWhoseRequestsAllLookAlike() {
        assertThat(asksAgain(3.9).found()).contains("final-response-not-arriving");
        assertThat(asksAgain(10).found()).doesNotContain("final-response-not-arriving");
    }
}
