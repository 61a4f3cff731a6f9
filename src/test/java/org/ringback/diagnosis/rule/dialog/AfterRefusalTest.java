package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;
import static org.ringback.diagnosis.Described.fax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.rule.media.SoundCall;

/** What shows after a refused change that its wish came true all the same, or was another one. */
class AfterRefusalTest {

    private static final String ALICE = audio("198.51.100.1", 4000, "8");
    private static final String BOB = audio("198.51.100.2", 5000, "8");
    private static final String HELD = audio("198.51.100.1", 4000, "8", "a=sendonly");
    private static final String WAITING = audio("198.51.100.2", 5000, "8", "a=recvonly");
    private static final String COMPRESSED = audio("198.51.100.1", 4000, "18");
    private static final String VIDEO = ALICE + "\nm=video 4002 RTP/AVP 99\na=rtpmap:99 H264/90000";

    private final Trace trace = new Trace();

    private void talking() {
        talking(ALICE, BOB);
    }

    private void talking(String offer, String answer) {
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.after(2).from("bob").to("alice").sdp(answer).responds(200);
        trace.from("alice").to("bob").inside("ACK");
    }

    private void refused(int cseq, String sdp, int status) {
        trace.after(9).from("alice").to("bob").cseq(cseq).sdp(sdp).inside("INVITE");
        trace.from("bob").to("alice").cseq(cseq).responds(status);
        trace.from("alice").to("bob").cseq(cseq).acknowledges();
    }

    private void accepted(String method, int cseq, String sdp, String answer) {
        trace.after(1).from("alice").to("bob").cseq(cseq).sdp(sdp).inside(method);
        var step = trace.from("bob").to("alice").cseq(cseq).sdp(answer);
        if (method.equals("INVITE")) {
            step.responds(200);
            trace.from("alice").to("bob").cseq(cseq).inside("ACK");
        } else {
            step.responds(200, method);
        }
    }

    private void hangsUp(int cseq, double seconds) {
        trace.after(seconds).from("alice").to("bob").cseq(cseq).inside("BYE");
        trace.from("bob").to("alice").cseq(cseq).responds(200, "BYE");
    }

    @Test
    void aHoldThatAnUpdateBrings() {
        talking();
        refused(2, HELD, 488);
        accepted("UPDATE", 3, HELD, WAITING);
        accepted("UPDATE", 4, ALICE, BOB);
        hangsUp(5, 20);

        assertThat(trace.found()).doesNotContain("hold-refused", "reinvite-refused");
        assertThat(trace.the("change-refused-kept").certainty()).isEqualTo(Certainty.LIKELY);
    }

    /** It only renews the time of the session. */
    @Test
    void anUpdateWithoutADescriptionBringsNoHold() {
        talking();
        refused(2, HELD, 488);
        trace.after(1).from("alice").to("bob").cseq(3).inside("UPDATE");
        trace.from("bob").to("alice").cseq(3).responds(200, "UPDATE");
        hangsUp(4, 20);

        assertThat(trace.the("hold-refused").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void whoWasNeverOnHoldDoesNotStayOnHold() {
        talking();
        refused(2, HELD, 488);
        refused(3, ALICE, 488);
        hangsUp(4, 40);

        assertThat(trace.found()).contains("hold-refused").doesNotContain("resume-refused");
    }

    @Test
    void theEndOfAHoldThatTheOtherSideBrings() {
        talking();
        accepted("INVITE", 2, HELD, WAITING);
        refused(3, ALICE, 500);
        trace.after(1).from("bob").to("alice").byCallee().cseq(1).sdp(BOB).inside("INVITE");
        trace.from("alice").to("bob").byCallee().cseq(1).sdp(ALICE).responds(200);
        trace.from("bob").to("alice").byCallee().cseq(1).inside("ACK");
        hangsUp(4, 40);

        assertThat(trace.found()).doesNotContain("resume-refused", "reinvite-refused");
        assertThat(trace.the("change-refused-kept").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void soundBothWaysAfterARefusedResume() {
        talking();
        accepted("INVITE", 2, HELD, WAITING);
        refused(3, ALICE, 488);
        trace.media("alice", 4000).to("bob", 5000).packets(500);
        trace.media("bob", 5000).to("alice", 4000).packets(500);
        hangsUp(4, 40);

        assertThat(trace.found()).doesNotContain("resume-refused");
    }

    @Test
    void theOldCodecIsNoOtherOneAfterARefusedTry() {
        talking();
        refused(2, COMPRESSED, 488);
        refused(3, ALICE, 488);
        hangsUp(4, 40);

        assertThat(trace.found()).containsOnlyOnce("codec-change-refused");
    }

    @ParameterizedTest
    @CsvSource({"60, CERTAIN", "4, LIKELY"})
    void aCallThatGoesOnWithoutThePicture(double seconds, Certainty certainty) {
        talking();
        refused(2, VIDEO, 488);
        hangsUp(3, seconds);

        assertThat(trace.the("media-addition-refused").certainty()).isEqualTo(certainty);
    }

    @Test
    void aCaptureThatEndsWithTheRefusalShowsNotWhetherTheCallGoesOn() {
        talking();
        refused(2, VIDEO, 488);

        assertThat(trace.the("media-addition-refused").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aFaxForWhichG711IsAgreedOnInstead() {
        talking(COMPRESSED, audio("198.51.100.2", 5000, "18"));
        refused(2, fax("198.51.100.1", 4000), 488);
        accepted("INVITE", 3, ALICE, BOB);
        hangsUp(4, 60);

        assertThat(trace.found()).contains("t38-refused").doesNotContain("t38-refused-without-g711");
    }

    @ParameterizedTest
    @CsvSource({"500, LIKELY", "3000, CERTAIN"})
    void soundThatStopsWithTheRefusal(int packets, Certainty certainty) {
        talking();
        trace.media("alice", 4000).to("bob", 5000).packets(packets);
        trace.media("bob", 5000).to("alice", 4000).packets(packets);
        refused(2, VIDEO, 488);
        hangsUp(3, 60);

        assertThat(trace.the("media-addition-refused").certainty()).isEqualTo(certainty);
    }

    private static void anotherAddressIsRefused(Trace trace) {
        trace.after(3)
                .from("bob")
                .to("alice")
                .byCallee()
                .cseq(7)
                .sdp(SoundCall.BOB.replace("198.51.100.2", "198.51.100.9"))
                .inside("INVITE");
        trace.from("alice").to("bob").byCallee().cseq(7).responds(488);
        trace.from("bob").to("alice").byCallee().cseq(7).acknowledges();
    }

    /** As a PBX that wants to leave the way of the media, and a phone that does not go along. */
    @Test
    void anotherAddressForMediaThatIsRefusedDoesNoHarmWhileSoundGoesOn() {
        Trace trace = SoundCall.answered();
        SoundCall.alice(trace).packets(500);
        SoundCall.bob(trace).packets(500);
        anotherAddressIsRefused(trace);

        assertThat(SoundCall.bye(trace, 7).found())
                .contains("change-refused-kept")
                .doesNotContain("reinvite-refused");
    }

    @Test
    void anotherAddressForMediaThatIsRefusedMayBeWhySoundStops() {
        Trace trace = SoundCall.answered();
        SoundCall.alice(trace).packets(200);
        SoundCall.bob(trace).packets(200);
        anotherAddressIsRefused(trace);

        assertThat(SoundCall.bye(trace, 7).found()).contains("reinvite-refused");
    }
}
