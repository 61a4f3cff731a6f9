package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.andAnother;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Limits;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

/** Calls in which one side hears nothing, or both. */
class SilentSideTest {

    @Test
    void soundThatGoesOneWayIsTold() {
        Trace trace = andAnother(answered());
        alice(trace).packets(500);
        bye(trace, 10);

        assertThat(found(trace)).containsExactly("media-one-way");
        assertThat(trace.the("media-one-way").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(Trace.frames(trace.the("media-one-way"))).containsExactly(1L, 3L);
    }

    @Test
    void whereNothingElseWasEverSeenTowardASideItMayTakeAnotherWay() {
        Trace trace = answered();
        alice(trace).packets(500);
        bye(trace, 10);

        assertThat(trace.the("media-one-way").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void soundThatNobodySendsIsTold() {
        Trace trace = bye(andAnother(answered()), 12);

        assertThat(found(trace)).containsExactly("media-none");
        assertThat(trace.the("media-none").certainty()).isEqualTo(Certainty.LIKELY);
    }

    /** There was no room any more for a stream that began later. */
    @ParameterizedTest
    @CsvSource({Limits.STREAMS + ", ''", "60000, media-one-way"})
    void whatAFloodLeftNoRoomForIsNotCalledMissing(int streams, String kind) {
        Trace trace = andAnother(answered());
        alice(trace).packets(500);
        for (int i = 0; i < streams; i++) {
            trace.media("mallory", 4000).to("dave", 6000).ssrc(i).size(1).packets(3);
        }
        if (streams == Limits.STREAMS) {
            bob(trace).packets(500);
        }

        assertThat(found(bye(trace, 10))).containsExactly(kind.isEmpty() ? new String[0] : new String[] {kind});
    }

    @Test
    void aCallThatIsHeardBothWaysIsWell() {
        Trace trace = answered();
        alice(trace).packets(500);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void withoutAnyRtpNothingIsKnown() {
        assertThat(found(bye(answered(), 30))).isEmpty();
    }

    @Test
    void rtpOfOthersSaysNothing() {
        Trace trace = answered();
        trace.media("carol", 4000).to("dave", 6000).packets(500);
        trace.media("dave", 6000).to("carol", 4000).packets(500);

        assertThat(found(bye(trace, 30))).isEmpty();
    }

    @Test
    void aCallIsTooShortToTell() {
        Trace trace = andAnother(answered());
        alice(trace).packets(125);

        assertThat(found(bye(trace, 2.5))).isEmpty();
    }

    @Test
    void anAnnouncementOneWayByAgreementIsMeant() {
        Trace trace = andAnother(answered(SoundCall.ALICE + "a=recvonly", SoundCall.BOB + "a=sendonly"));
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void onHoldNobodyHasToSend() {
        Trace trace = andAnother(answered());
        changed(trace, 2, SoundCall.ALICE + "a=sendonly", SoundCall.BOB + "a=recvonly");
        alice(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void soundFromBehindNatThatIsAnsweredWhereItComesFromIsHeard() {
        Trace trace = answered(description("192.168.1.7", 4000, "0", ""), SoundCall.BOB);
        trace.media("alice", 40_000).to("bob", 6000).packets(500);
        trace.media("bob", 7777).to("alice", 40_000).packets(500);

        assertThat(found(bye(trace, 10))).doesNotContain("media-one-way", "media-none");
    }

    @Test
    void whoLearnsOfEachOtherTalksPastTheServer() {
        Trace trace = andAnother(answered());
        alice(trace).packets(150);
        changed(trace, 2, description("203.0.113.8", 4000, "0", ""), description("203.0.113.9", 4000, "0", ""));

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    /** Ringing of another host came before the answer; what was agreed on then is at one host all the time. */
    @Test
    void whoAnsweredElsewhereThanItRangHasNotMoved() {
        Trace trace = new Trace();
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        trace.from("bob")
                .to("alice")
                .toTag("ringing")
                .sdp(description("203.0.113.8", 4000, "0", ""))
                .responds(183);
        trace.after(2).from("bob").to("alice").toTag("b").sdp(SoundCall.BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        alice(andAnother(trace)).packets(500);

        assertThat(found(bye(trace, 10))).containsExactly("media-one-way");
    }

    @Test
    void hostsOfWhichEachIsSeenWithAThirdMayTalkDirectly() {
        Trace trace = new Trace().host("proxy", "198.51.100.9", 5060).host("alice", "198.51.100.1", 5060);
        trace.host("bob", "198.51.100.2", 5060);
        trace.from("alice").to("proxy").sdp(SoundCall.ALICE).request("INVITE");
        trace.after(1).from("proxy").to("alice").sdp(SoundCall.BOB).responds(200);
        trace.from("alice").to("proxy").inside("ACK");
        trace.media("alice", 1234).to("proxy", 1234).packets(300);
        trace.media("proxy", 1234).to("alice", 1234).packets(300);
        trace.media("bob", 1234).to("proxy", 1238).packets(300);
        trace.media("proxy", 1238).to("bob", 1234).packets(300);
        trace.after(20).from("alice").to("proxy").cseq(2).inside("BYE");

        assertThat(found(trace)).isEmpty();
    }

    @Test
    void silenceThatIsNotSentIsNoSilenceOfTheNetwork() {
        Trace trace = answered();
        alice(trace).packets(500);
        bob(trace).packets(5).pauses(9_000_000).packets(5);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void aCallThatWasAnsweredByTwoIsNotJudged() {
        Trace trace = andAnother(answered());
        trace.from("bob").to("alice").toTag("second").sdp(SoundCall.BOB).responds(200);
        alice(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void videoIsNoSound() {
        String video = "m=video 5000 RTP/AVP 96\na=rtpmap:96 H264/90000";
        Trace trace = andAnother(answered(SoundCall.ALICE + video, SoundCall.BOB + video));
        trace.media("alice", 5000).to("bob", 5000).type(96).packets(500);

        assertThat(found(bye(trace, 10))).containsExactly("media-none");
    }
}
