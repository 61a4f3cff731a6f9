package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.call.Ending;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class NobodyAnsweredTest {

    private final Trace trace = Trace.ofSignaling();

    private void ringing() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(180);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 480})
    void theNetworkEndsIt(int status) {
        ringing();
        trace.after(25).from("bob").to("alice").responds(status);

        var finding = trace.the("nobody-answered");

        assertThat(Trace.frames(finding)).containsExactly(3L, 2L);
        assertThat(finding.values())
                .containsEntry("rang", Trace.seconds(25))
                .containsEntry("code", new Value.Code(status, "Not Now"));
        assertThat(trace.found()).containsExactly("nobody-answered");
    }

    @ParameterizedTest
    @CsvSource({"0.1, refused-while-ringing", "2.9, refused-while-ringing", "3, nobody-answered"})
    void nobodyIsQuickerThanThreeSeconds(double seconds, String kind) {
        ringing();
        trace.after(seconds).from("bob").to("alice").responds(480);

        assertThat(trace.found()).containsExactly(kind);
    }

    @Test
    void aTimerOfThePbxEndsIt() {
        ringing();
        cancel("Reason: Q.850;cause=19;text=\"No answer\"");

        var finding = trace.the("nobody-answered-canceled");

        assertThat(Trace.frames(finding)).containsExactly(3L, 4L);
        assertThat(finding.values())
                .containsEntry("canceler", Value.of(trace.address("alice")))
                .containsEntry("wait", Trace.seconds(20));
        assertThat(trace.found()).containsExactly("nobody-answered-canceled");
    }

    @Test
    void aCallerWhoHangsUpIsNoTimer() {
        ringing();
        cancel("Reason: Q.850;cause=16");

        assertThat(trace.found()).containsExactly("canceled-call");
    }

    private void cancel(String reason) {
        trace.after(20).from("alice").to("bob").header(reason).request("CANCEL");
        trace.from("bob").to("alice").responds(487);
    }

    @ParameterizedTest
    @CsvSource({"181, forwarding-refused", "182, refused-after-progress", "183, refused-after-progress"})
    void whatIsForwardedOrQueuedOrAnnouncedNeverRang(int progress, String kind) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(progress);
        trace.after(29.5).from("bob").to("alice").responds(480);

        assertThat(trace.found()).containsExactly(kind);
        assertThat(trace.calls().getFirst().outcome().ending()).isEqualTo(Ending.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({"20, cause-absent", "21, cause-subscriber", "27, cause-out-of-order"})
    void theNetworkSaysThatItWasSomethingElse(int cause, String kind) {
        ringing();
        trace.after(25)
                .from("bob")
                .to("alice")
                .header("Reason: Q.850;cause=" + cause)
                .responds(480);

        assertThat(trace.found()).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 18, 19, 31})
    void theNetworkSaysNothingAgainstIt(int cause) {
        ringing();
        trace.after(25)
                .from("bob")
                .to("alice")
                .header("Reason: Q.850;cause=" + cause)
                .responds(480);

        assertThat(trace.found()).containsExactly("nobody-answered");
    }

    @Test
    void theNetworkSaysThatNobodyAnsweredAlthoughNoRingingWasReported() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(183);
        trace.after(25).from("bob").to("alice").header("Reason: Q.850;cause=19").responds(480);

        assertThat(trace.found()).containsExactly("cause-no-answer");
        assertThat(trace.calls().getFirst().outcome().ending()).isEqualTo(Ending.NO_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"4, 480, LIKELY", "4, 408, CERTAIN", "25, 480, CERTAIN"})
    void aPhoneWhoseUserPressesAButtonMaySay480AsWell(double seconds, int status, Certainty certainty) {
        ringing();
        trace.after(seconds).from("bob").to("alice").responds(status);

        assertThat(trace.the("nobody-answered").certainty()).isEqualTo(certainty);
    }

    @Test
    void somebodyWhoAnsweredDidPickUp() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        trace.from("bob").to("proxy").responds(180);
        trace.from("proxy").to("alice").responds(180);
        trace.after(28).from("bob").to("proxy").responds(200);
        trace.after(2).from("proxy").to("alice").responds(408);

        assertThat(trace.found()).doesNotContain("nobody-answered");
    }

    @Test
    void aPhraseOfAButtonIsNoTimer() {
        ringing();
        trace.after(25).from("bob").to("alice").phrase("Do Not Disturb").responds(480);

        assertThat(trace.the("nobody-answered").certainty()).isEqualTo(Certainty.LIKELY);
    }
}
