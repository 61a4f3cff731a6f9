package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.rule.media.SoundCall;

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

        var finding = trace.the("ack-not-passed-on");

        assertThat(Trace.frames(finding)).containsExactly(5L, 4L, 12L);
        assertThat(finding.values())
                .containsEntry("sender", Value.of(trace.address("alice")))
                .containsEntry("proxy", Value.of(trace.address("proxy")))
                .containsEntry("answerer", Value.of(trace.address("bob")));
        assertThat(trace.found()).doesNotContain("ack-not-arriving");
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

    private void changes(double after, int cseq) {
        trace.after(after).from("alice").to("bob").cseq(cseq).inside("UPDATE");
        trace.from("bob").to("alice").cseq(cseq).responds(200, "UPDATE");
    }

    @Test
    void whoStopsRepeatingAndGoesOnHasGotAnAckThatWasNotCaptured() {
        answered(4);
        changes(20, 2);

        var finding = trace.the("ack-not-captured");

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(Trace.frames(finding)).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(finding.values()).containsEntry("standing", Trace.seconds(30));
        assertThat(trace.found()).doesNotContain("ack-missing");
    }

    @Test
    void whoHangsUpLongAfterStandsToo() {
        answered(4);
        trace.after(40).from("bob").to("alice").byCallee().inside("BYE");
        trace.from("alice").to("bob").responds(200, "BYE");

        assertThat(trace.found()).contains("ack-not-captured").doesNotContain("ack-missing-hangup");
    }

    @Test
    void whoRepeatsToTheEndHasGotNone() {
        answered(8);
        changes(20, 2);

        assertThat(trace.found()).contains("ack-missing").doesNotContain("ack-not-captured");
    }

    @Test
    void aRequestWhileTheAnswerIsStillDueProvesNothing() {
        answered(4);
        changes(3, 2);

        assertThat(trace.found()).contains("ack-missing");
    }

    @Test
    void aRequestThatIsNotAcceptedProvesNothing() {
        answered(4);
        trace.after(20).from("alice").to("bob").cseq(2).inside("UPDATE");
        trace.from("bob").to("alice").cseq(2).responds(481, "UPDATE");

        assertThat(trace.found()).contains("ack-missing");
    }

    @Test
    void anAckThatGotThroughInTheEnd() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header(CONTACT).responds(200);
        trace.from("alice").to("bob").uri("sip:bob@198.51.100.77:5060").inside("ACK");
        for (int i = 1; i < 5; i++) {
            trace.after(i).from("bob").to("alice").header(CONTACT).responds(200);
        }
        changes(20, 2);

        assertThat(trace.found()).doesNotContain("ack-not-arriving", "ack-not-captured");
    }

    private Trace sound(double after) {
        var spoken = new Trace();
        spoken.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        for (int i = 0; i <= 4; i++) {
            spoken.after(i)
                    .from("bob")
                    .to("alice")
                    .header(CONTACT)
                    .sdp(SoundCall.BOB)
                    .responds(200);
        }
        spoken.after(after);
        SoundCall.alice(spoken).packets(200);
        SoundCall.bob(spoken).packets(200);
        spoken.after(5).from("alice").to("bob").cseq(9).inside("BYE");
        return spoken;
    }

    @Test
    void soundBothWaysLongAfterShowsItAsWell() {
        assertThat(sound(10).found()).contains("ack-not-captured").doesNotContain("ack-missing");
    }

    @Test
    void soundBesideTheRepetitionsShowsNothing() {
        assertThat(sound(1).found()).contains("ack-missing");
    }

    @Test
    void copiesOfOnePacketAreNoRepetitions() {
        trace.from("alice").to("bob").request("INVITE");
        for (int i = 0; i < 5; i++) {
            trace.after(0.001).from("bob").to("alice").header(CONTACT).responds(200);
        }

        assertThat(trace.found()).doesNotContain("ack-missing");
    }

    @Test
    void whoStopsRepeatingMayHaveHeard() {
        answered(4);
        assertThat(trace.the("ack-missing").certainty()).isEqualTo(Certainty.CERTAIN);

        trace.goesOn(5.5);
        assertThat(trace.the("ack-missing").certainty()).isEqualTo(Certainty.LIKELY);
    }

    private Trace acknowledgedEachTime() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").header(CONTACT).responds(200);
        trace.from("alice").to("bob").uri("sip:bob@198.51.100.77:5060").inside("ACK");
        for (int i = 1; i < 5; i++) {
            trace.after(i).from("bob").to("alice").header(CONTACT).responds(200);
            trace.from("alice").to("bob").uri("sip:bob@198.51.100.77:5060").inside("ACK");
        }
        return trace;
    }

    @Test
    void theLastOfSeveralAcksMayArrive() {
        assertThat(acknowledgedEachTime().the("ack-not-arriving").certainty()).isEqualTo(Certainty.LIKELY);

        trace.after(4).from("bob").to("alice").header(CONTACT).responds(200);
        assertThat(trace.the("ack-not-arriving").certainty()).isEqualTo(Certainty.CERTAIN);
    }
}
