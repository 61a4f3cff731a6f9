package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;
import static org.ringback.diagnosis.Described.fax;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

class ReinviteRefusedTest {

    private static final String[] ALL = {"reinvite-refused", "t38-refused", "t38-refused-ended"};

    private static Trace refused(String offer, int status) {
        return refused(new Trace(), offer, status);
    }

    private static Trace refused(Trace trace, String offer, int status) {
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        trace.after(2)
                .from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(5).from("alice").to("bob").cseq(2).sdp(offer).inside("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(status);
        return trace.from("alice").to("bob").cseq(2).acknowledges();
    }

    private static Trace bye(Trace trace, double seconds) {
        trace.after(seconds).from("alice").to("bob").cseq(3).inside("BYE");
        return trace.from("bob").to("alice").cseq(3).responds(200, "BYE");
    }

    @Test
    void aChangeThatIsRefused() {
        var trace = bye(refused(audio("198.51.100.9", 4000, "8"), 488), 60);

        var finding = trace.the("reinvite-refused");

        assertThat(Trace.frames(finding)).containsExactly(5L, 4L);
        assertThat(finding.kind().weight()).isEqualTo(Weight.TROUBLE);
        assertThat(finding.values())
                .containsEntry("asker", Value.of(trace.address("alice")))
                .containsEntry("refuser", Value.of(trace.address("bob")));
        assertThat(trace.found()).doesNotContain("codecs-refused", "media-refused-not-codecs");
    }

    @Test
    void aFaxGoesOnAsSound() {
        var trace = bye(refused(fax("198.51.100.1", 4000), 488), 60);

        assertThat(trace.the("t38-refused").kind().weight()).isEqualTo(Weight.NORMAL);
        assertThat(trace.found()).doesNotContain("reinvite-refused", "t38-refused-ended");
    }

    @Test
    void aFaxThatGivesUp() {
        var trace = bye(refused(fax("198.51.100.1", 4000), 488), 3);

        var finding = trace.the("t38-refused-ended");

        assertThat(Trace.frames(finding)).containsExactly(5L, 4L, 7L);
        assertThat(finding.values()).containsEntry("span", Trace.seconds(3));
    }

    @Test
    void glareAndLostDialogsAreOthersBusiness() {
        assertThat(refused(audio("198.51.100.1", 4000, "8"), 491).found()).doesNotContain(ALL);
        assertThat(refused(audio("198.51.100.1", 4000, "8"), 481).found()).doesNotContain(ALL);
    }

    @Test
    void aChallengeIsNoRefusal() {
        assertThat(refused(audio("198.51.100.1", 4000, "8"), 407).found()).doesNotContain(ALL);
    }

    @Test
    void whereTheCaptureEndsTheFaxMayStillGiveUp() {
        var trace = refused(fax("198.51.100.1", 4000), 488);

        assertThat(trace.the("t38-refused").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.goesOn(30).the("t38-refused").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void aFaxThatFallsBackToSoundDidNotGiveUp() {
        var trace = refused(fax("198.51.100.1", 4000), 488);
        trace.after(0.2).changes(3, audio("198.51.100.1", 4000, "8"), audio("198.51.100.2", 5000, "8"));
        trace.after(8).from("alice").to("bob").cseq(4).inside("BYE");
        trace.from("bob").to("alice").cseq(4).responds(200, "BYE");

        assertThat(trace.found()).contains("t38-refused").doesNotContain("t38-refused-ended");
    }

    private static final String WITH_VIDEO =
            audio("198.51.100.1", 4000, "8") + "m=video 4002 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n";

    @Test
    void whoHasNoPictureDeclinesItAndTalksOn() {
        var trace = bye(refused(WITH_VIDEO, 488), 60);

        assertThat(trace.found()).containsExactly("media-addition-refused");
        assertThat(trace.the("media-addition-refused").kind().weight()).isEqualTo(Weight.NORMAL);
        assertThat(trace.the("media-addition-refused").values()).containsEntry("media", Value.of(List.of("video")));
    }

    @Test
    void aClockOfWholeSecondsDoesNotProveThatNobodyIsSoQuick() {
        assertThat(bye(refused(new Trace().logged(), WITH_VIDEO, 488), 1).found())
                .contains("media-addition-refused")
                .doesNotContain("change-refused-ended");
        assertThat(bye(refused(new Trace().logged(), WITH_VIDEO, 488), 0).found())
                .contains("change-refused-ended");
        assertThat(bye(refused(WITH_VIDEO, 488), 1).found()).contains("change-refused-ended");
    }

    @Test
    void whereTheCallEndsWithItTheRefusalDidHarm() {
        var trace = bye(refused(WITH_VIDEO, 488), 0.5);

        assertThat(trace.found()).contains("change-refused-ended").doesNotContain("media-addition-refused");
    }

    private static Trace triedAgain(String retryAfter, int next) {
        var trace = new Trace();
        trace.talks(audio("198.51.100.1", 4000, "8"), audio("198.51.100.2", 5000, "8"));
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(2)
                .sdp(audio("198.51.100.1", 4000, "8"))
                .inside("INVITE");
        trace.from("bob").to("alice").cseq(2).header(retryAfter).responds(500);
        trace.from("alice").to("bob").cseq(2).acknowledges();
        trace.after(3)
                .from("alice")
                .to("bob")
                .cseq(3)
                .sdp(audio("198.51.100.1", 4000, "8"))
                .inside("INVITE");
        trace.from("bob")
                .to("alice")
                .cseq(3)
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(next);
        trace.from("alice").to("bob").cseq(3).inside("ACK");
        return bye(trace, 30);
    }

    @Test
    void whoAskedToWaitAndTookTheNextTryRefusedNothing() {
        assertThat(triedAgain("Retry-After: 2", 200).found()).doesNotContain(ALL);
    }

    @Test
    void whoRefusesTheNextTryTooDoes() {
        assertThat(triedAgain("Retry-After: 2", 500).found()).contains("reinvite-refused");
    }
}
