package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.offer.AudioCall;

class SessionTimerTest {

    private static final String[] ENDED = {
        "session-timer-ran-out",
        "session-refresher-unnamed",
        "session-refresh-unanswered",
        "session-ran-out-after-refusal"
    };

    private static Trace call(String interval) {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("bob").header("Session-Expires: 1800").request("INVITE");
        trace.after(2).from("bob").to("alice").header(interval).responds(200);
        return trace.from("alice").to("bob").inside("ACK");
    }

    private static Trace bye(Trace trace, double seconds) {
        trace.after(seconds).from("bob").to("alice").byCallee().cseq(7).inside("BYE");
        return trace.from("alice").to("bob").cseq(7).responds(200, "BYE");
    }

    @Test
    void endedWhenTheTimeWasUp() {
        var trace = bye(call("Session-Expires: 1800;refresher=uac"), 1768);

        var finding = trace.the("session-timer-ran-out");

        assertThat(Trace.frames(finding)).containsExactly(2L, 4L);
        assertThat(finding.values())
                .containsEntry("refresher", Value.of(trace.address("alice")))
                .containsEntry("ender", Value.of(trace.address("bob")))
                .containsEntry("interval", Trace.seconds(1800))
                .containsEntry("span", Trace.seconds(1768));
    }

    @Test
    void nobodyIsNamed() {
        assertThat(bye(call("Session-Expires: 1800"), 1800).found())
                .contains("session-refresher-unnamed")
                .doesNotContain("session-timer-ran-out");
    }

    @Test
    void someoneHungUpEarlierOrLater() {
        assertThat(bye(call("x: 1800;refresher=uac"), 900).found()).doesNotContain(ENDED);
        assertThat(bye(call("x: 1800;refresher=uac"), 1900).found()).doesNotContain(ENDED);
        assertThat(bye(call("Server: x"), 1800).found()).doesNotContain(ENDED);
    }

    @Test
    void theCompactFormCounts() {
        assertThat(bye(call("x: 1800;refresher=uas"), 1800).found()).contains("session-timer-ran-out");
    }

    @Test
    void aRefreshBeginsAnew() {
        var trace = call("Session-Expires: 1800;refresher=uac");
        trace.after(900).from("alice").to("bob").cseq(2).inside("UPDATE");
        trace.from("bob")
                .to("alice")
                .cseq(2)
                .header("Session-Expires: 1800;refresher=uac")
                .responds(200, "UPDATE");

        assertThat(bye(trace, 890).found()).doesNotContain(ENDED);
    }

    @Test
    void aRefreshWithoutAnswer() {
        var trace = call("Session-Expires: 1800;refresher=uac");
        trace.after(900).from("alice").to("bob").cseq(2).inside("UPDATE");

        var finding = bye(trace, 880).the("session-refresh-unanswered");

        assertThat(Trace.frames(finding)).containsExactly(2L, 4L, 5L);
        assertThat(finding.values())
                .containsEntry("method", Value.of("UPDATE"))
                .containsEntry("refresher", Value.of(trace.address("alice")));
    }

    private static Trace refreshRefused(String method, int status) {
        var trace = call("Session-Expires: 1800;refresher=uac");
        trace.after(900)
                .from("alice")
                .to("bob")
                .cseq(2)
                .header("Session-Expires: 1800")
                .inside(method);
        return trace.from("bob").to("alice").cseq(2).responds(status, method);
    }

    @ParameterizedTest
    @CsvSource({"INVITE, 488", "UPDATE, 405", "INVITE, 500"})
    void aRefreshThatWasRefused(String method, int status) {
        var trace = bye(refreshRefused(method, status), 880);

        assertThat(trace.found()).containsExactly("session-ran-out-after-refusal");
        var finding = trace.the("session-ran-out-after-refusal");
        assertThat(Trace.frames(finding)).containsExactly(5L, 2L, 6L);
        assertThat(finding.values())
                .containsEntry("method", Value.of(method))
                .containsEntry("refresher", Value.of(trace.address("alice")))
                .containsEntry("refuser", Value.of(trace.address("bob")))
                .containsEntry("ender", Value.of(trace.address("bob")))
                .containsEntry("span", Trace.seconds(1780));
    }

    @Test
    void aRefreshThatWasRefusedInACallThatEndsEarlier() {
        assertThat(bye(refreshRefused("INVITE", 488), 300).found()).containsExactly("refresh-refused-kept");
    }

    @Test
    void aRefreshThatWasRefusedAndThenTaken() {
        var trace = refreshRefused("UPDATE", 500);
        trace.after(5)
                .from("alice")
                .to("bob")
                .cseq(3)
                .header("Session-Expires: 1800")
                .inside("UPDATE");
        trace.from("bob")
                .to("alice")
                .cseq(3)
                .header("Session-Expires: 1800;refresher=uac")
                .responds(200, "UPDATE");

        assertThat(bye(trace, 875).found()).doesNotContain(ENDED);
    }

    @Test
    void tooShort() {
        var trace = tooSmall();
        assertThat(trace.the("session-interval-refused").certainty()).isEqualTo(Certainty.LIKELY);

        var finding = trace.goesOn(10).the("session-interval-refused");

        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.values())
                .containsEntry("asked", Trace.seconds(90))
                .containsEntry("least", Trace.seconds(600))
                .containsEntry("times", Value.of(1));
    }

    @Test
    void raised() {
        var trace = tooSmall();
        trace.from("alice").to("bob").cseq(2).header("Session-Expires: 600").request("INVITE");
        trace.from("bob").to("alice").cseq(2).responds(200);

        assertThat(trace.the("session-interval-raised").kind().weight()).isEqualTo(Weight.NORMAL);
        assertThat(trace.found()).doesNotContain("session-interval-refused");
    }

    private static Trace tooSmall() {
        var trace = new Trace();
        trace.from("alice").to("bob").header("Session-Expires: 90").request("INVITE");
        trace.from("bob").to("alice").header("Min-SE: 600").responds(422);
        return trace.from("alice").to("bob").acknowledges();
    }

    @Test
    void aSecondTryThatWasNotCapturedAndAnsweredIsRaisedAsWell() {
        var trace = tooSmall();
        AudioCall.onlyTheAnswer(trace.after(3), 2, AudioCall.BOB);

        assertThat(trace.goesOn(10).found())
                .contains("session-interval-raised")
                .doesNotContain("session-interval-refused");
    }

    @Test
    void aSecondTryOfWhichOnlyTheRingingWasCapturedIsOneToo() {
        var trace = tooSmall();
        trace.from("bob")
                .to("alice")
                .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-again")
                .header("CSeq: 2 INVITE")
                .responds(180);

        assertThat(trace.goesOn(10).found()).doesNotContain("session-interval-refused");
    }

    @Test
    void aGlareIsNoRefusalOfTheRefresh() {
        var trace = refreshRefused("UPDATE", 491);
        trace.after(3)
                .from("alice")
                .to("bob")
                .cseq(3)
                .header("Session-Expires: 1800")
                .inside("UPDATE");
        trace.from("bob").to("alice").cseq(3).responds(200, "UPDATE");

        assertThat(bye(trace, 880).found()).doesNotContain(ENDED);
    }

    @Test
    void theOtherSideRefreshes() {
        var trace = refreshRefused("UPDATE", 488);
        trace.after(20)
                .from("bob")
                .to("alice")
                .byCallee()
                .cseq(5)
                .header("Session-Expires: 1800")
                .inside("INVITE");
        trace.from("alice")
                .to("bob")
                .cseq(5)
                .header("Session-Expires: 1800;refresher=uac")
                .responds(200);
        trace.from("bob").to("alice").byCallee().cseq(5).inside("ACK");

        assertThat(bye(trace, 880).found()).doesNotContain(ENDED);
    }
}
