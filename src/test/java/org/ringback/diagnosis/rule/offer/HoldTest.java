package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;
import static org.ringback.diagnosis.rule.offer.AudioCall.ALICE;
import static org.ringback.diagnosis.rule.offer.AudioCall.ALL;
import static org.ringback.diagnosis.rule.offer.AudioCall.BOB;
import static org.ringback.diagnosis.rule.offer.AudioCall.bye;
import static org.ringback.diagnosis.rule.offer.AudioCall.call;
import static org.ringback.diagnosis.rule.offer.AudioCall.changed;
import static org.ringback.diagnosis.rule.offer.AudioCall.onlyTheAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Described;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** Calls on hold: who put them there, whether they were resumed, and how they ended. */
class HoldTest {

    private static final String HOLD = audio("198.51.100.1", 4000, "8", "a=sendonly");
    private static final String HELD = audio("198.51.100.2", 5000, "8", "a=recvonly");

    @ParameterizedTest
    @CsvSource({"2.9, false", "3, true"})
    void whoHangsUpAtOnceWasNotOnHold(double seconds, boolean held) {
        var trace = call(ALICE, BOB);
        changed(
                trace,
                2,
                audio("198.51.100.1", 4000, "8", "a=sendonly"),
                audio("198.51.100.2", 5000, "8", "a=recvonly"));
        trace.after(seconds).from("alice").to("bob").cseq(9).inside("BYE");

        assertThat(trace.found().contains("ended-on-hold")).isEqualTo(held);
    }

    @Test
    void holdAndResumeAreNormal() {
        var trace = call(ALICE, BOB);
        changed(
                trace,
                2,
                audio("198.51.100.1", 4000, "8", "a=sendonly"),
                audio("198.51.100.2", 5000, "8", "a=recvonly"));
        changed(trace, 3, ALICE, BOB);

        assertThat(bye(trace).found()).doesNotContain(ALL);
    }

    @Test
    void heldUntilTheEnd() {
        var trace = call(ALICE, BOB);
        changed(
                trace,
                2,
                audio("198.51.100.1", 4000, "8", "a=sendonly"),
                audio("198.51.100.2", 5000, "8", "a=recvonly"));
        bye(trace);

        var finding = trace.the("ended-on-hold");

        assertThat(finding.kind().weight()).isEqualTo(Weight.NORMAL);
        assertThat(Trace.frames(finding)).containsExactly(4L, 5L, 7L);
        assertThat(finding.values())
                .containsEntry("holder", Value.of(trace.address("alice")))
                .containsEntry("span", Trace.seconds(10));
    }

    @Test
    void aTransferEndsOnHoldToo() {
        var trace = call(ALICE, BOB);
        changed(
                trace,
                2,
                audio("198.51.100.1", 4000, "8", "a=sendonly"),
                audio("198.51.100.2", 5000, "8", "a=recvonly"));
        trace.after(3)
                .from("alice")
                .to("bob")
                .cseq(3)
                .header("Refer-To: <sip:carol@example.com>")
                .inside("REFER");

        assertThat(bye(trace).found()).doesNotContain(ALL);
    }

    @Test
    void notResumed() {
        var trace = call(ALICE, BOB);
        changed(
                trace,
                2,
                audio("198.51.100.1", 4000, "8", "a=inactive"),
                audio("198.51.100.2", 5000, "8", "a=inactive"));
        changed(trace, 3, ALICE, audio("198.51.100.2", 5000, "8", "a=inactive"));

        var finding = bye(trace).the("hold-not-resumed");

        assertThat(Trace.frames(finding)).containsExactly(7L, 8L);
        assertThat(finding.values())
                .containsEntry("answerer", Value.of(trace.address("bob")))
                .containsEntry("answerDirection", Value.of("inactive"));
    }

    @Test
    void bothSidesOnHoldNeedBothToResume() {
        var trace = call(ALICE, BOB);
        changed(
                trace,
                2,
                audio("198.51.100.1", 4000, "8", "a=sendonly"),
                audio("198.51.100.2", 5000, "8", "a=recvonly"));
        trace.after(1)
                .from("bob")
                .to("alice")
                .byCallee()
                .cseq(2)
                .sdp(audio("198.51.100.2", 5000, "8", "a=inactive"))
                .inside("INVITE");
        trace.from("alice")
                .to("bob")
                .cseq(2)
                .sdp(audio("198.51.100.1", 4000, "8", "a=inactive"))
                .responds(200);
        trace.from("bob").to("alice").byCallee().cseq(2).inside("ACK");
        changed(trace, 3, ALICE, audio("198.51.100.2", 5000, "8", "a=inactive"));

        assertThat(bye(trace).found()).doesNotContain("hold-not-resumed");
    }

    @Test
    void aChangeToFaxIsNoHold() {
        var trace = call(ALICE, BOB);
        changed(trace, 2, Described.fax("198.51.100.1", 4000), Described.fax("198.51.100.2", 5000));

        assertThat(bye(trace).found()).doesNotContain(ALL);
    }

    @Test
    void aHoldInTheAckIsTheAnswerersOwn() {
        var trace = call(ALICE, BOB);
        trace.after(5).from("alice").to("bob").cseq(2).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).sdp(BOB).responds(200);
        trace.from("alice")
                .to("bob")
                .cseq(2)
                .sdp(audio("198.51.100.1", 4000, "8", "a=inactive"))
                .inside("ACK");

        assertThat(bye(trace).found()).doesNotContain(ALL);
    }

    @Test
    void theRequestThatTookItOffHoldWasNotCaptured() {
        var trace = call(ALICE, BOB);
        changed(trace, 2, HOLD, HELD);
        trace.after(5);
        onlyTheAnswer(trace, 3, BOB);

        assertThat(bye(trace).found()).doesNotContain("ended-on-hold");
    }

    @Test
    void theAnswerToTheNextOfferIsNoneToTheLast() {
        var trace = call(ALICE, BOB);
        trace.after(5).from("alice").to("bob").cseq(2).sdp(HOLD).inside("INVITE");
        trace.from("alice").to("bob").cseq(2).inside("ACK");
        changed(trace, 3, ALICE, BOB);

        assertThat(bye(trace).found()).doesNotContain(ALL);
    }
}
