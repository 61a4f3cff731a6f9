package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Described;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class IntercomRefusedTest {

    private static final String WISH = "Alert-Info: <http://x>;info=alert-autoanswer;delay=0";

    private final Trace trace = Trace.ofSignaling();

    private void pages(String header, int... statuses) {
        trace.from("pbx").to("phone").header(header).request("INVITE");
        for (int status : statuses) {
            trace.after(2).from("phone").to("pbx").responds(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WISH, "Call-Info: <sip:pbx>;answer-after=0", "Answer-Mode: Auto", "Alert-Info: Intercom"})
    void aPhoneThatMayNotBeOpened(String header) {
        pages(header, 603);

        assertThat(trace.the("intercom-refused").values())
                .containsEntry("header", Value.of(header))
                .containsEntry("refuser", Value.of(trace.address("phone")));
    }

    @Test
    void aPhoneThatAnswersByItself() {
        pages(WISH, 200);

        assertThat(trace.found()).doesNotContain("intercom-refused");
    }

    @Test
    void aPhoneThatIsBusy() {
        pages(WISH, 486);

        assertThat(trace.found()).doesNotContain("intercom-refused");
    }

    @Test
    void aPhoneThatRangAllTheSame() {
        pages(WISH, 180, 603);

        assertThat(trace.found()).doesNotContain("intercom-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alert-Info: <http://x/bell2.wav>", "Answer-Mode: Manual", "X-Nothing: 1"})
    void anOrdinaryCall(String header) {
        pages(header, 603);

        assertThat(trace.found()).doesNotContain("intercom-refused");
    }

    private void givesUpAfter(double seconds) {
        trace.after(seconds).from("pbx").to("phone").cancels();
    }

    @Test
    void aPhoneThatOnlyRings() {
        pages(WISH, 180);
        givesUpAfter(20);

        assertThat(trace.the("intercom-rang").values()).containsEntry("rang", Trace.seconds(20));
    }

    @Test
    void whoGivesUpSoonDidNotWaitForThePhone() {
        pages(WISH, 180);
        givesUpAfter(2);

        assertThat(trace.found()).doesNotContain("intercom-rang");
    }

    @Test
    void anOrdinaryCallMayRing() {
        pages("X-Nothing: 1", 180);
        givesUpAfter(20);

        assertThat(trace.found()).doesNotContain("intercom-rang");
    }

    /** 488 is about what is offered: a page in a codec that the phones do not know fails at all of them. */
    @Test
    void aPageInACodecThatThePhoneDoesNotTake() {
        var media = new Trace();
        media.from("pbx")
                .to("phone")
                .header(WISH)
                .sdp(Described.audio("198.51.100.1", 4000, "96", "a=rtpmap:96 opus/48000/2"))
                .request("INVITE");
        media.from("phone").to("pbx").responds(488);

        assertThat(media.found()).contains("codecs-refused").doesNotContain("intercom-refused");
    }

    @Test
    void aPhoneThatIsToldToWaitIsWaitedFor() {
        pages("Call-Info: <sip:pbx>;answer-after=20", 180);
        givesUpAfter(20);

        assertThat(trace.found()).doesNotContain("intercom-rang");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alert-Info: <http://pbx.example/tones/door-intercom.wav>",
                "Alert-Info: automobile-horn",
                "Call-Info: <https://www.intercom-maker.example/logo.png>;purpose=icon",
                "Alert-Info: <http://pbx.example>;info=alert-external;x-auto-answer=off"
            })
    void aToneOrAMakerThatIsCalledLikeThatAsksForNothing(String header) {
        pages(header, 180);
        givesUpAfter(20);

        assertThat(trace.found()).doesNotContain("intercom-rang");
    }

    @Test
    void aPhoneWhoseProxyTookTheHeaderOffWasNotAsked() {
        trace.from("pbx").to("proxy").header(WISH).request("INVITE");
        trace.from("proxy").to("phone").request("INVITE");
        trace.from("phone").to("proxy").responds(180);
        trace.from("proxy").to("pbx").responds(180);
        trace.after(20).from("pbx").to("proxy").cancels();

        assertThat(trace.found()).doesNotContain("intercom-rang");
    }
}
