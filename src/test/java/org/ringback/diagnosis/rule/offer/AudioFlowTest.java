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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** In which direction sound was agreed to flow, and whether in any. */
class AudioFlowTest {

    /** Whose offer was turned down hangs up at once; who turned it down may have wanted something else. */
    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void soundSwitchedOffAndTheCallEndedAtOnce(boolean byCallee, boolean told) {
        var trace = call(ALICE, audio("198.51.100.2", 0, "8"));
        var bye = trace.after(0.1)
                .from(byCallee ? "bob" : "alice")
                .to(byCallee ? "alice" : "bob")
                .cseq(2);
        (byCallee ? bye.byCallee() : bye).inside("BYE");
        trace.from(byCallee ? "alice" : "bob")
                .to(byCallee ? "bob" : "alice")
                .cseq(2)
                .responds(200, "BYE");

        assertThat(trace.found().contains("audio-off")).isEqualTo(told);
    }

    @Test
    void soundSwitchedOff() {
        var trace = bye(call(ALICE, audio("198.51.100.2", 0, "8")));

        assertThat(trace.the("audio-off").values())
                .containsEntry("answerer", Value.of(trace.address("bob")))
                .containsEntry("offered", Value.of(List.of("PCMA")))
                .containsEntry("profile", Value.of(List.of("RTP/AVP")));
    }

    @Test
    void oneOfTwoStreamsIsEnough() {
        var trace = bye(call(
                audio("RTP/SAVP", "198.51.100.1", 4000, "8", "a=crypto:1 X inline:x", "m=audio 4002 RTP/AVP 8"),
                audio("RTP/SAVP", "198.51.100.2", 0, "8", "m=audio 5000 RTP/AVP 8")));

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void anAnswerThatOnlyReceives() {
        var trace = bye(call(ALICE, audio("198.51.100.2", 5000, "8", "a=recvonly")));

        var finding = trace.the("audio-one-way");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values())
                .containsEntry("answerDirection", Value.of("a=recvonly"))
                .containsEntry("deaf", Value.of(trace.address("alice")));
    }

    @Test
    void anAnswerThatOnlySendsLeavesItselfDeaf() {
        var trace = bye(call(ALICE, audio("198.51.100.2", 5000, "8", "a=sendonly")));

        assertThat(trace.the("audio-one-way").values()).containsEntry("deaf", Value.of(trace.address("bob")));
    }

    @ParameterizedTest
    @CsvSource({"0.3, a=sendonly, POSSIBLE", "4, a=sendonly, LIKELY", "0.3, a=recvonly, LIKELY"})
    void aMachineThatOnlySpeaksMayMeanIt(double wait, String direction, Certainty certainty) {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(ALICE).request("INVITE");
        trace.after(wait)
                .from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8", direction))
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(15).from("bob").to("alice").inside("BYE");

        assertThat(trace.the("audio-one-way").certainty()).isEqualTo(certainty);
    }

    @ParameterizedTest
    @CsvSource({"bob, alice, POSSIBLE", "alice, bob, LIKELY"})
    void whoSpeaksAloneAndEndsTheCallAnnounces(String ends, String other, Certainty certainty) {
        var trace = call(ALICE, audio("198.51.100.2", 5000, "8", "a=sendonly"));
        trace.media("bob", 5000).to("alice", 4000).type(8).packets(700);
        trace.after(15).from(ends).to(other).cseq(9).inside("BYE");

        assertThat(trace.the("audio-one-way").certainty()).isEqualTo(certainty);
    }

    @Test
    void nothingAgreed() {
        var trace = bye(call(audio("0.0.0.0", 4000, "8"), audio("198.51.100.2", 5000, "8", "a=inactive")));

        assertThat(trace.the("audio-no-way").values())
                .containsEntry("offerDirection", Value.of("a=sendrecv, c=0.0.0.0"))
                .containsEntry("answerDirection", Value.of("a=inactive"));
    }

    @ParameterizedTest
    @CsvSource({"2.9, false", "3, true"})
    void silenceBeforeAChangeOfTheMediaIsNoneUntilThreeSeconds(double seconds, boolean silent) {
        var trace = call(ALICE, audio("198.51.100.2", 5000, "8", "a=inactive"));
        trace.after(seconds).from("alice").to("bob").cseq(9).inside("BYE");

        assertThat(trace.found().contains("audio-no-way")).isEqualTo(silent);
    }

    @Test
    void aServerThatCallsBothSidesBringsTheAddressLater() {
        var trace = call(audio("0.0.0.0", 4000, "8", "a=inactive"), audio("198.51.100.2", 5000, "8", "a=inactive"));
        changed(trace, 2, ALICE, BOB);

        assertThat(bye(trace).found()).doesNotContain(ALL);
    }

    private static Trace recorded(String answer) {
        return recorded("a=sendonly", answer);
    }

    private static Trace recorded(String direction, String answer) {
        var trace = new Trace();
        trace.from("pbx")
                .to("recorder")
                .header("Require: siprec")
                .sdp(audio("198.51.100.1", 4000, "8", direction))
                .request("INVITE");
        trace.from("recorder").to("pbx").sdp(answer).responds(200);
        trace.from("pbx").to("recorder").inside("ACK");
        return trace.after(10).from("pbx").to("recorder").cseq(2).inside("BYE");
    }

    @Test
    void aRecorderIsOnlySentTo() {
        assertThat(recorded(audio("198.51.100.2", 5000, "8", "a=recvonly")).found())
                .doesNotContain(ALL)
                .doesNotContain("recorder-takes-no-stream");
    }

    @Test
    void aRecorderThatTakesNothing() {
        var trace = recorded(audio("198.51.100.2", 0, "8", "a=recvonly"));

        assertThat(trace.the("recorder-takes-no-stream").values())
                .containsEntry("recorder", Value.of(trace.address("recorder")))
                .containsEntry("offerer", Value.of(trace.address("pbx")));
        assertThat(trace.found()).doesNotContain("audio-off");
    }

    @Test
    void whoOffersOneWayOnlyMeansIt() {
        var trace = bye(
                call(audio("198.51.100.1", 4000, "8", "a=recvonly"), audio("198.51.100.2", 5000, "8", "a=sendonly")));

        assertThat(trace.the("audio-one-way-meant").certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(trace.found()).doesNotContain("audio-one-way");
    }

    /** The resume and its answer were captured the wrong way round, by less than a network needs. */
    @Test
    void twoPacketsThatChangedPlacesChangeNothing() {
        var trace = call(ALICE, BOB);
        trace.after(5)
                .changes(
                        2,
                        audio("198.51.100.1", 4000, "8", "a=sendonly"),
                        audio("198.51.100.2", 5000, "8", "a=recvonly"));
        trace.after(5).from("alice").to("bob").cseq(3).sdp(ALICE).inside("INVITE");
        trace.after(-0.00006).from("bob").to("alice").cseq(3).sdp(BOB).responds(200);
        trace.after(0.1).from("alice").to("bob").cseq(3).inside("ACK");

        assertThat(bye(trace).found()).doesNotContain(ALL);
    }

    @Test
    void aLaterOfferMaySwitchTheSoundOn() {
        var trace = call(ALICE, audio("198.51.100.2", 0, "8"));
        assertThat(bye(call(ALICE, audio("198.51.100.2", 0, "8")))
                        .the("audio-off")
                        .certainty())
                .isEqualTo(Certainty.CERTAIN);

        trace.after(5).from("alice").to("bob").cseq(2).sdp(ALICE).inside("INVITE");

        assertThat(bye(trace).the("audio-off").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void theRequestThatSwitchedTheSoundOnWasNotCaptured() {
        var trace = call(ALICE, audio("198.51.100.2", 0, "8"));
        trace.after(5);
        onlyTheAnswer(trace, 2, BOB);

        assertThat(bye(trace).the("audio-off").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aChangeOfWhichOnlyTheAnswerWasCapturedMayHaveSwitchedTheSoundOn() {
        var trace = call(ALICE, audio("198.51.100.2", 5000, "8", "a=inactive"));
        onlyTheAnswer(trace.after(4), 4, BOB);

        assertThat(bye(trace).found()).doesNotContain("audio-no-way");
    }

    @Test
    void aRecordingThatBeginsPausedHasNothingToTake() {
        assertThat(recorded("a=inactive", audio("198.51.100.2", 0, "8", "a=inactive"))
                        .found())
                .doesNotContain("recorder-takes-no-stream");
    }
}
