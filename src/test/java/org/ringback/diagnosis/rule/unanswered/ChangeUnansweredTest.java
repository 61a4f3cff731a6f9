package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;
import static org.ringback.diagnosis.Described.fax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** What a change that nobody answers was to be. */
class ChangeUnansweredTest {

    private static final String ALICE = audio("198.51.100.1", 4000, "8");
    private static final String BOB = audio("198.51.100.2", 5000, "8");
    private static final String HELD = audio("198.51.100.1", 4000, "8", "a=sendonly");

    private final Trace trace = new Trace();

    private void talking() {
        trace.from("alice").to("bob").sdp(ALICE).request("INVITE");
        trace.after(2).from("bob").to("alice").sdp(BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
    }

    private void changesInVain(String sdp, int repeats) {
        talking();
        trace.after(9);
        for (int i = 0; i <= repeats; i++) {
            trace.from("alice").to("bob").cseq(2).sdp(sdp).inside("INVITE");
            trace.after(0.5 * (1 << i));
        }
    }

    @Test
    void aHold() {
        changesInVain(HELD, 6);

        assertThat(trace.the("hold-unanswered").values())
                .containsEntry("receiver", Value.of(trace.address("bob")))
                .containsEntry("repeats", Value.of(6));
        assertThat(trace.found()).doesNotContain("change-unanswered");
    }

    @Test
    void aFax() {
        changesInVain(fax("198.51.100.1", 4000), 6);

        assertThat(trace.found()).contains("fax-change-unanswered").doesNotContain("change-unanswered");
    }

    @Test
    void somethingElse() {
        changesInVain(audio("198.51.100.9", 4000, "0"), 6);

        assertThat(trace.found()).contains("change-unanswered");
    }

    @Test
    void anAnswerThatIsLate() {
        changesInVain(HELD, 2);
        trace.from("bob")
                .to("alice")
                .cseq(2)
                .sdp(audio("198.51.100.2", 5000, "8", "a=recvonly"))
                .responds(200);
        trace.from("alice").to("bob").cseq(2).inside("ACK");
        trace.goesOn(40);

        assertThat(trace.found()).doesNotContain("hold-unanswered", "change-unanswered");
    }

    /** Whoever gives a refresh up ends the call before the session's time is over. */
    @ParameterizedTest
    @CsvSource({"31, true", "5, false"})
    void aRefreshThatIsGivenUp(double seconds, boolean because) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob")
                .to("alice")
                .header("Session-Expires: 1800;refresher=uac")
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(900)
                .from("alice")
                .to("bob")
                .cseq(2)
                .header("Session-Expires: 1800;refresher=uac")
                .inside("UPDATE");
        trace.after(seconds).from("alice").to("bob").cseq(3).inside("BYE");
        trace.from("bob").to("alice").cseq(3).responds(200, "BYE");

        assertThat(trace.found().contains("session-refresh-unanswered")).isEqualTo(because);
    }

    /** The sound that was agreed on before may carry it. */
    @Test
    void thatAFaxFailsWithoutAnAnswerIsNotProven() {
        changesInVain(fax("198.51.100.1", 4000), 6);

        assertThat(trace.the("fax-change-unanswered").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aFaxForWhichTheOtherSideAsksThen() {
        changesInVain(fax("198.51.100.1", 4000), 6);
        trace.from("bob")
                .to("alice")
                .byCallee()
                .cseq(1)
                .sdp(fax("198.51.100.2", 5000))
                .inside("INVITE");
        trace.from("alice")
                .to("bob")
                .byCallee()
                .cseq(1)
                .sdp(fax("198.51.100.1", 4000))
                .responds(200);
        trace.from("bob").to("alice").byCallee().cseq(1).inside("ACK");

        assertThat(trace.found()).contains("change-unanswered").doesNotContain("fax-change-unanswered");
    }

    private void holdsAgain(int status) {
        trace.after(60).from("alice").to("bob").cseq(3).sdp(HELD).inside("INVITE");
        trace.from("bob")
                .to("alice")
                .cseq(3)
                .sdp(audio("198.51.100.2", 5000, "8", "a=recvonly"))
                .responds(status);
        trace.from("alice").to("bob").cseq(3).inside("ACK");
    }

    @Test
    void aHoldThatWorksOnALaterTry() {
        changesInVain(HELD, 6);
        holdsAgain(200);

        assertThat(trace.found())
                .contains("change-unanswered-then-done")
                .doesNotContain("hold-unanswered", "change-unanswered-ended");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void aHoldThatIsRefusedOnALaterTryNeverWorked() {
        changesInVain(HELD, 6);
        holdsAgain(500);

        assertThat(trace.found()).contains("hold-unanswered").doesNotContain("change-unanswered-then-done");
    }

    @Test
    void anotherChangeThatWorksIsNoHold() {
        changesInVain(HELD, 6);
        trace.after(60)
                .from("alice")
                .to("bob")
                .cseq(3)
                .sdp(audio("198.51.100.9", 4000, "8"))
                .inside("INVITE");
        trace.from("bob").to("alice").cseq(3).sdp(BOB).responds(200);
        trace.from("alice").to("bob").cseq(3).inside("ACK");

        assertThat(trace.found()).contains("hold-unanswered").doesNotContain("change-unanswered-then-done");
    }

    @Test
    void aHoldThatIsWantedMuchLaterIsAnotherOne() {
        changesInVain(HELD, 6);
        trace.after(600);
        holdsAgain(200);

        assertThat(trace.found()).contains("hold-unanswered").doesNotContain("change-unanswered-then-done");
    }
}
