package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
}
