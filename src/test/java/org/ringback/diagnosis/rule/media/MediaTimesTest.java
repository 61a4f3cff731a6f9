package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.media.Reporter;

/** Sound that begins late, ends early, or does not end. */
class MediaTimesTest {

    private static Trace both(int aliceSends, int bobSends) {
        Trace trace = answered();
        alice(trace).packets(aliceSends);
        bob(trace).packets(bobSends);
        return trace;
    }

    @Test
    void soundThatBeginsSecondsAfterTheAnswerIsTold() {
        Trace trace = answered();
        alice(trace).packets(600);
        trace.after(2);
        bob(trace).packets(500);
        bye(trace, 10);

        assertThat(found(trace)).containsExactly("media-late");
        assertThat(trace.the("media-late").values()).containsEntry("span", Trace.seconds(2));
    }

    @Test
    void soundThatBeganBeforeTheAnswerIsNotLate() {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        trace.from("bob").to("alice").sdp(SoundCall.BOB).responds(183);
        bob(trace).packets(500);
        trace.after(2).from("bob").to("alice").sdp(SoundCall.BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        alice(trace).packets(400);

        assertThat(found(bye(trace, 8))).isEmpty();
    }

    @Test
    void withALateOfferNobodyCanSendBeforeTheAck() {
        var trace = new Trace();
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").sdp(SoundCall.BOB).responds(200);
        trace.after(1.5).from("alice").to("bob").sdp(SoundCall.ALICE).inside("ACK");
        alice(trace).packets(400);
        bob(trace).packets(400);

        assertThat(found(bye(trace, 8))).isEmpty();
    }

    @Test
    void onHoldAtFirstNothingIsLate() {
        Trace trace = answered(SoundCall.ALICE + "a=inactive", SoundCall.BOB + "a=inactive");
        changed(trace.after(3), 2, SoundCall.ALICE, SoundCall.BOB);
        alice(trace).packets(400);
        bob(trace).packets(400);

        assertThat(found(bye(trace, 8))).isEmpty();
    }

    @Test
    void soundThatStopsOnOneSideIsTold() {
        assertThat(found(bye(both(300, 1000), 20))).containsExactly("media-ends-early");
    }

    @Test
    void soundThatStopsWithANewOfferIsTold() {
        Trace trace = both(250, 1250);
        changed(trace.after(5), 2, SoundCall.ALICE, SoundCall.BOB);
        bye(trace, 20);

        assertThat(found(trace)).containsExactly("media-ends-after-reoffer");
        assertThat(trace.the("media-ends-after-reoffer").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void holdStopsSoundAsItShould() {
        Trace trace = both(250, 1250);
        changed(trace.after(5), 2, SoundCall.ALICE + "a=recvonly", SoundCall.BOB + "a=sendonly");

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void whoSendsNoSilenceIsNotTakenForWhoStops() {
        Trace trace = answered();
        alice(trace).packets(100).pauses(3_000_000).packets(100);
        bob(trace).packets(1000);

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 19, 118})
    void whoEndsWithComfortNoiseFellSilent(int type) {
        String noise = description("198.51.100.2", 6000, "0 13 118", "a=rtpmap:118 CN/8000\n");
        Trace trace = answered(SoundCall.ALICE, noise);
        alice(trace).packets(250).type(type).size(1).packets(1);
        bob(trace).packets(1000);

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void whoStopsInTheMidstOfSpeechMayStillNotSendSilence() {
        Trace trace = answered(SoundCall.ALICE, description("198.51.100.2", 6000, "0 13", ""));
        alice(trace).packets(250);
        bob(trace).packets(1000);
        bye(trace, 20);

        assertThat(trace.the("media-ends-early").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({"2, 202, false", "2, 603, true", "15, 202, true"})
    void whoIsSentToAnotherMayStop(double when, int status, boolean told) {
        Trace trace = both(300, 1000);
        trace.after(when)
                .from("alice")
                .to("bob")
                .cseq(2)
                .header("Refer-To: <sip:carol@example.com>")
                .inside("REFER");
        trace.from("bob").to("alice").cseq(2).responds(status, "REFER");

        assertThat(found(bye(trace, 20 - when))).isEqualTo(told ? List.of("media-ends-early") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"'', POSSIBLE", "a=fmtp:18 annexb=no, LIKELY"})
    void g729SendsNoSilenceUnlessItIsTold(String parameters, Certainty certainty) {
        Trace trace = answered(SoundCall.ALICE, description("198.51.100.2", 6000, "18", parameters));
        alice(trace).type(18).size(20).packets(250);
        bob(trace).packets(1000);
        bye(trace, 20);

        assertThat(trace.the("media-ends-early").certainty()).isEqualTo(certainty);
    }

    @Test
    void aMachineThatAnswersAtOnceMayOnlyListen() {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        trace.after(0.3).from("bob").to("alice").sdp(SoundCall.BOB).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        alice(trace).packets(1000);
        bob(trace).packets(300);
        bye(trace, 20);

        assertThat(trace.the("media-ends-early").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whoStopsAfterItRangStopped() {
        Trace trace = both(1000, 300);
        bye(trace, 20);

        assertThat(trace.the("media-ends-early").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void soundThatStopsBothWaysWhileOthersAreStillHeardIsTold() {
        Trace trace = both(300, 300);
        trace.media("carol", 1).to("dave", 1025).packets(1000);
        trace.media("carol", 2222).to("dave", 2222).packets(1000);

        assertThat(found(bye(trace, 20))).containsExactly("media-ends-both-ways");
    }

    /** The receiver counts on for long after the last packet that was captured: only the capture lacks them. */
    @ParameterizedTest
    @CsvSource({"1, false", "0, true"})
    void soundThatTheReceiverStillGetsHasNotEnded(int more, boolean told) {
        Trace trace = answered();
        alice(trace).packets(2000);
        bob(trace).ssrc(88).packets(300);
        for (int i = 1; i <= 7; i++) {
            int number = Math.min(i, 1) * 1200 + more * 250 * i;
            trace.after(5)
                    .media("alice", 4001)
                    .sends("bob", 6001, new Reporter().received(77, 88, number).done());
        }

        assertThat(found(bye(trace, 5))).isEqualTo(told ? List.of("media-ends-early") : List.of());
    }

    @Test
    void reportsThatGoOnShowThatTheCaptureDoes() {
        Trace trace = both(300, 300);
        trace.after(18)
                .media("alice", 4001)
                .sends("bob", 6000, new Reporter().sender(1, 2).done());

        assertThat(found(bye(trace, 2))).containsExactly("media-ends-both-ways");
    }

    @Test
    void aCaptureOfMediaThatEndsTellsOnlyWhatItDoesNotShow() {
        Trace trace = bye(both(300, 300), 25);

        assertThat(found(trace)).containsExactly("media-unseen-before-end");
        assertThat(trace.the("media-unseen-before-end").kind().weight()).isEqualTo(Weight.BLIND);
        assertThat(trace.the("media-unseen-before-end").values()).containsEntry("flowed", Trace.seconds(5.98));
    }

    @Test
    void soundThatEndsShortlyBeforeTheByeIsHowCallsEnd() {
        assertThat(found(bye(both(300, 300), 20))).isEmpty();
    }

    @Test
    void whoHoldsAtTheEndIsSilentOnPurpose() {
        Trace trace = both(250, 250);
        changed(trace.after(5), 2, SoundCall.ALICE + "a=inactive", SoundCall.BOB + "a=inactive");

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void aCallThatTheCaptureDoesNotSeeEndTellsNothing() {
        Trace trace = both(300, 1000);
        trace.media("carol", 2222).to("dave", 2222).packets(1000);

        assertThat(found(trace.goesOn(20))).isEmpty();
    }

    @Test
    void whoMovesToAnotherHostIsHeardThere() {
        Trace trace = both(250, 250);
        trace.media("carol", 2222).to("dave", 2222).packets(2000);
        changed(trace.after(5), 2, description("203.0.113.8", 4000, "0", ""), SoundCall.BOB);

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void aNewPortIsFollowed() {
        Trace trace = both(250, 250);
        changed(trace.after(5), 2, description("198.51.100.1", 4010, "0", ""), SoundCall.BOB);
        trace.media("alice", 4010).to("bob", 6000).packets(1000);
        trace.media("bob", 6000).to("alice", 4010).packets(1000);

        assertThat(found(bye(trace, 20))).isEmpty();
    }

    @Test
    void soundThatDoesNotEndIsTold() {
        Trace trace = both(750, 500);
        bye(trace, 10);

        assertThat(found(trace)).containsExactly("media-after-end");
        assertThat(trace.the("media-after-end").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aSecondMoreIsOnTheWay() {
        assertThat(found(bye(both(550, 500), 10))).isEmpty();
    }

    /** Another call that begins a moment before the BYE, with the ports of the first one or with others. */
    private static Trace replaced(String offer, String answer) {
        Trace trace = both(1500, 1500);
        trace.after(9.9).call("new", "alice", "bob");
        trace.talks(offer, answer);
        trace.call("call-1", "alice", "bob");
        bye(trace, 0.1);
        trace.call("new", "alice", "bob");
        bye(trace, 20);
        return trace;
    }

    @Test
    void aCallThatReplacesThisOneTakesItsStreams() {
        Trace trace = replaced(SoundCall.ALICE, SoundCall.BOB);

        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("media-after-end");
        assertThat(Trace.ids(trace.findings("new"))).doesNotContain("media-none", "media-one-way");
    }

    @Test
    void aCallOnOtherPortsTakesNoStreams() {
        Trace trace = replaced(SoundCall.ALICE, SoundCall.BOB.replace("m=audio 6000", "m=audio 6100"));

        assertThat(Trace.ids(trace.findings("call-1"))).contains("media-after-end");
    }

    @Test
    void theNextCallOnTheSamePortsIsNotThisOne() {
        Trace trace = answered();
        alice(trace).packets(500).pauses(4_000_000).packets(500);
        bob(trace).packets(500).ssrc(5).pauses(4_000_000).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    /** Of the direction from which nothing ever came, nothing goes on. */
    @Test
    void whereTheOtherDirectionWasSilentAllTheTimeItDoesNotGoOn() {
        Trace trace = answered();
        alice(trace).packets(200);

        assertThat(found(bye(trace, 14))).contains("media-one-way").doesNotContain("media-ends-early");
    }
}
