package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class MissingAckTest {

    private static final String CONTACT = "Contact: <sip:bob@198.51.100.77:5060>";

    private final Trace trace = Trace.ofSignaling();

    private void answered(int repeats) {
        trace.from("alice").to("bob").request("INVITE");
        for (int i = 0; i <= repeats; i++) {
            trace.after(i).from("bob").to("alice").header(CONTACT).responds(200);
        }
    }

    @Test
    void anAnswerThatNobodyAcknowledges() {
        answered(4);

        var finding = trace.the("ack-missing");

        assertThat(Trace.frames(finding)).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(finding.values())
                .containsEntry("answerer", Value.of(trace.address("bob")))
                .containsEntry("caller", Value.of(trace.address("alice")))
                .containsEntry("repeats", Value.of(4))
                .containsEntry("contact", Value.of("sip:bob@198.51.100.77:5060"));
        assertThat(trace.found()).containsExactly("ack-missing");
    }

    @Test
    void whoAnsweredHangsUpInTheEnd() {
        answered(4);
        trace.after(22).from("bob").to("alice").byCallee().inside("BYE");

        var finding = trace.the("ack-missing-hangup");

        assertThat(Trace.frames(finding)).endsWith(7L);
        assertThat(finding.values()).containsEntry("talk", Trace.seconds(32));
    }

    private Certainty hangsUp(int copies, double after) {
        answered(copies);
        trace.after(after).from("bob").to("alice").byCallee().inside("BYE");
        return trace.the("ack-missing-hangup").certainty();
    }

    @Test
    void whoWaitsForTheAckUntilTheTimeIsUp() {
        assertThat(hangsUp(7, 4)).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void somebodyMayHangUpByHandSoon() {
        assertThat(hangsUp(3, 2)).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void somebodyMayHangUpByHandLater() {
        assertThat(hangsUp(7, 60)).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aLateAckIsAnAck() {
        answered(4);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(60).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void anAckThatIsLostOnTheWay() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").header(CONTACT).responds(200);
        trace.from("proxy").to("alice").header(CONTACT).responds(200);
        trace.from("alice").to("proxy").uri("sip:bob@198.51.100.77:5060").inside("ACK");
        for (int i = 1; i < 5; i++) {
            trace.after(i).from("bob").to("proxy").header(CONTACT).responds(200);
            trace.from("proxy").to("alice").header(CONTACT).responds(200);
        }

        var finding = trace.the("ack-not-arriving");

        assertThat(Trace.frames(finding)).containsExactly(5L, 4L, 13L);
        assertThat(finding.values())
                .containsEntry("sender", Value.of(trace.address("alice")))
                .containsEntry("receiver", Value.of(trace.address("proxy")));
    }

    @Test
    void anAckToAnotherAddressThanTheContact() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header(CONTACT).responds(200);
        trace.from("alice").to("bob").uri("sip:bob@203.0.113.9:5070").inside("ACK");
        for (int i = 1; i < 5; i++) {
            trace.after(i).from("bob").to("alice").header(CONTACT).responds(200);
        }

        assertThat(trace.the("ack-misdirected").values())
                .containsEntry("asked", Value.of("sip:bob@203.0.113.9:5070"))
                .containsEntry("contact", Value.of("sip:bob@198.51.100.77:5060"))
                .containsEntry("repeats", Value.of(4));
    }

    @Test
    void twoRepetitionsAreASlowPhone() {
        answered(2);

        assertThat(trace.found()).containsExactly("capture-ended-in-call");
    }

    @Test
    void anAnswerThatCameInPartIsNotAcknowledged() {
        answered(4);
        trace.lost(new Unusable(0, 2, Unusable.Reason.MISSING_FRAGMENTS, "1480/?"));

        assertThat(trace.found()).containsExactly("fragments-missing");
    }
}
