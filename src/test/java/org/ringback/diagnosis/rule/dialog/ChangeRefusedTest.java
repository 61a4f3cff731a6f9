package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;
import static org.ringback.diagnosis.Described.fax;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

/** What a refused change was to be, and whether it ended the call. */
class ChangeRefusedTest {

    private static final String ALICE = audio("198.51.100.1", 4000, "8");
    private static final String BOB = audio("198.51.100.2", 5000, "8");
    private static final String HELD = audio("198.51.100.1", 4000, "8", "a=sendonly");
    private static final String VIDEO = ALICE + "\nm=video 4002 RTP/AVP 99\na=rtpmap:99 H264/90000";

    private final Trace trace = new Trace();

    private void talking() {
        trace.from("alice").to("bob").sdp(ALICE).request("INVITE");
        trace.after(2).from("bob").to("alice").sdp(BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
    }

    private void changes(int cseq, String sdp, int status) {
        trace.after(9).from("alice").to("bob").cseq(cseq).sdp(sdp).inside("INVITE");
        trace.from("bob").to("alice").cseq(cseq).responds(status);
        trace.from("alice").to("bob").cseq(cseq).acknowledges();
    }

    private void accepts(int cseq, String sdp, String answer) {
        trace.after(9).changes(cseq, sdp, answer);
    }

    private void hangsUp(int cseq, double seconds) {
        trace.after(seconds).from("alice").to("bob").cseq(cseq).inside("BYE");
        trace.from("bob").to("alice").cseq(cseq).responds(200, "BYE");
    }

    @ParameterizedTest
    @CsvSource({"198.51.100.1, a=sendonly", "198.51.100.1, a=inactive", "0.0.0.0, a=sendrecv"})
    void aHoldInAnyForm(String address, String direction) {
        talking();
        changes(2, audio(address, 4000, "8", direction), 488);
        hangsUp(3, 20);

        var finding = trace.the("hold-refused");

        assertThat(Trace.frames(finding)).containsExactly(5L, 4L);
        assertThat(finding.values()).containsEntry("asker", Value.of(trace.address("alice")));
        assertThat(trace.found()).doesNotContain("reinvite-refused", "change-refused-ended");
    }

    @Test
    void aHoldThatIsAccepted() {
        talking();
        accepts(2, HELD, audio("198.51.100.2", 5000, "8", "a=recvonly"));
        accepts(3, ALICE, BOB);
        hangsUp(4, 20);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void theEndOfAHoldThatIsRefused() {
        talking();
        accepts(2, HELD, audio("198.51.100.2", 5000, "8", "a=recvonly"));
        changes(3, ALICE, 500);
        hangsUp(4, 20);

        assertThat(trace.the("resume-refused").values()).containsEntry("refuser", Value.of(trace.address("bob")));
    }

    @Test
    void aHoldThatIsAcceptedOnTheNextTry() {
        talking();
        changes(2, HELD, 500);
        accepts(3, HELD, audio("198.51.100.2", 5000, "8", "a=recvonly"));
        accepts(4, ALICE, BOB);
        hangsUp(5, 20);

        assertThat(trace.found()).doesNotContain("hold-refused");
    }

    private void updatesBeforeTheAnswer(int status, int end) {
        trace.from("alice").to("bob").sdp(ALICE).request("INVITE");
        trace.from("bob").to("alice").sdp(BOB).responds(183);
        trace.from("alice")
                .to("bob")
                .cseq(2)
                .sdp(audio("198.51.100.1", 4000, "9"))
                .inside("UPDATE");
        trace.from("bob").to("alice").cseq(2).responds(status, "UPDATE");
        trace.from("bob").to("alice").responds(end);
    }

    @Test
    void aChangeBeforeTheAnswerThatIsRefused() {
        updatesBeforeTheAnswer(488, 488);

        assertThat(trace.the("early-change-refused").values()).containsEntry("end", new Value.Code(488, "Not Now"));
    }

    @ParameterizedTest
    @CsvSource({"200, 488", "488, 200", "491, 488"})
    void aChangeBeforeTheAnswerThatIsNotWhy(int status, int end) {
        updatesBeforeTheAnswer(status, end);

        assertThat(trace.found()).doesNotContain("early-change-refused");
    }

    @Test
    void aHoldByUpdate() {
        talking();
        trace.after(9).from("alice").to("bob").cseq(2).sdp(HELD).inside("UPDATE");
        trace.from("bob").to("alice").cseq(2).responds(500, "UPDATE");
        hangsUp(3, 20);

        assertThat(trace.found()).contains("hold-refused").doesNotContain("request-inside-refused");
    }

    @Test
    void anotherCodecThatIsRefused() {
        talking();
        changes(2, audio("198.51.100.1", 4000, "0"), 488);
        hangsUp(3, 20);

        assertThat(trace.the("codec-change-refused").values()).containsEntry("codecs", Value.of(List.of("PCMU")));
    }

    @Test
    void fewerCodecsThatAreRefused() {
        talking();
        changes(2, audio("198.51.100.9", 4000, "8"), 488);
        hangsUp(3, 20);

        assertThat(trace.found()).contains("reinvite-refused").doesNotContain("codec-change-refused");
    }

    @Test
    void aPictureThatIsRefused() {
        talking();
        changes(2, VIDEO, 488);
        hangsUp(3, 20);

        assertThat(trace.found()).contains("media-addition-refused").doesNotContain("hold-refused", "resume-refused");
    }

    @Test
    void aRefusalAfterWhichAMachineHangsUp() {
        talking();
        changes(2, audio("198.51.100.9", 4000, "0"), 488);
        hangsUp(3, 0.1);

        var finding = trace.the("change-refused-ended");

        assertThat(Trace.frames(finding)).containsExactly(5L, 4L, 7L);
        assertThat(finding.values()).containsEntry("ender", Value.of(trace.address("alice")));
        assertThat(trace.found()).doesNotContain("reinvite-refused");
    }

    /** As after many refusals: the other side's BYE only later. */
    @ParameterizedTest
    @CsvSource({"1, true", "1.1, false"})
    void aPersonIsNotSoQuick(double seconds, boolean because) {
        talking();
        changes(2, audio("198.51.100.9", 4000, "0"), 488);
        hangsUp(3, seconds);

        assertThat(trace.found().contains("change-refused-ended")).isEqualTo(because);
    }

    @Test
    void aRefreshThatEndsTheCall() {
        talking();
        changes(2, ALICE, 488);
        hangsUp(3, 0.1);

        assertThat(trace.found()).contains("session-refresh-refused").doesNotContain("change-refused-ended");
    }

    @Test
    void aRefreshByUpdateThatEndsTheCall() {
        talking();
        trace.after(300)
                .from("alice")
                .to("bob")
                .cseq(2)
                .header("Session-Expires: 600;refresher=uac")
                .inside("UPDATE");
        trace.from("bob").to("alice").cseq(2).responds(405, "UPDATE");
        hangsUp(3, 0.1);

        assertThat(trace.found()).contains("session-refresh-refused");
    }

    @ParameterizedTest
    @CsvSource({"33, refresh-refused-kept", "20, reinvite-refused"})
    void aRefreshThatIsRefusedWithoutHarm(double seconds, String kind) {
        talking();
        changes(2, ALICE, 488);
        hangsUp(3, seconds);

        assertThat(trace.found()).contains(kind).doesNotContain("session-refresh-refused");
    }

    /** Half of the session's time is over, and the port changed meanwhile. */
    @ParameterizedTest
    @CsvSource({"300, session-refresh-refused", "100, change-refused-ended"})
    void aRefreshIsKnownByItsTime(double seconds, String kind) {
        trace.from("alice").to("bob").sdp(ALICE).request("INVITE");
        trace.from("bob")
                .to("alice")
                .header("Session-Expires: 600;refresher=uac")
                .sdp(BOB)
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(seconds)
                .from("alice")
                .to("bob")
                .cseq(2)
                .header("Session-Expires: 600;refresher=uac")
                .sdp(audio("198.51.100.1", 4444, "8"))
                .inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(488);
        trace.from("alice").to("bob").cseq(2).acknowledges();
        hangsUp(3, 0.1);

        assertThat(trace.found()).contains(kind);
    }

    /** A 481 ends the call by RFC 3261, 14.1; that the other side then knows the BYE does not change that. */
    @Test
    void anUnknownCallThatIsKnownAllTheSame() {
        talking();
        changes(2, audio("198.51.100.9", 4000, "0"), 481);
        hangsUp(3, 0.1);

        assertThat(trace.found()).contains("change-refused-ended").doesNotContain("session-change-refused");
    }

    @Test
    void aFaxThatCannotGoOnAsSound() {
        String compressed = audio("198.51.100.1", 4000, "18");
        trace.talks(compressed, audio("198.51.100.2", 5000, "18"));
        changes(2, fax("198.51.100.1", 4000), 488);
        hangsUp(3, 60);

        var finding = trace.the("t38-refused-without-g711");

        assertThat(finding.values()).containsEntry("codecs", Value.of(List.of("G729")));
        assertThat(trace.found()).doesNotContain("t38-refused");
    }

    @Test
    void aFaxThatCanGoOnAsSound() {
        talking();
        changes(2, fax("198.51.100.1", 4000), 488);
        hangsUp(3, 60);

        assertThat(trace.found()).contains("t38-refused").doesNotContain("t38-refused-without-g711");
    }
}
