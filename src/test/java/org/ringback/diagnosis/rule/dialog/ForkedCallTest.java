package org.ringback.diagnosis.rule.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class ForkedCallTest {

    private final Trace trace = Trace.ofSignaling();

    private void answeredTwice() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(2).from("proxy").to("alice").toTag("desk").responds(200);
        trace.from("alice").to("proxy").toTag("desk").inside("ACK");
        trace.from("proxy").to("alice").toTag("soft").responds(200);
        trace.from("alice")
                .to("proxy")
                .toTag("soft")
                .header("Via: SIP/2.0/UDP 198.51.100.1:5060;branch=z9hG4bK-second-ack")
                .inside("ACK");
    }

    private void hangUp(String tag, int cseq) {
        trace.from("alice").to("proxy").toTag(tag).cseq(cseq).inside("BYE");
        trace.from("proxy").to("alice").toTag(tag).cseq(cseq).responds(200, "BYE");
    }

    @Test
    void twoPhonesAnswerAndBothAreKept() {
        answeredTwice();
        trace.after(20);
        hangUp("desk", 2);
        trace.goesOn(10);

        var finding = trace.the("second-answer-not-ended");

        assertThat(Trace.frames(finding)).containsExactly(4L, 2L);
        assertThat(finding.values()).containsEntry("first", Value.of("desk")).containsEntry("second", Value.of("soft"));
    }

    @Test
    void whoHangsUpOnTheSecondAtOnceDoesItRight() {
        answeredTwice();
        hangUp("soft", 2);
        trace.after(20);
        hangUp("desk", 3);

        assertThat(trace.found()).doesNotContain("second-answer-not-ended");
    }

    @Test
    void whoKeepsTheSecondDoesItRightToo() {
        answeredTwice();
        hangUp("desk", 2);
        trace.after(20);
        hangUp("soft", 3);

        assertThat(trace.found()).doesNotContain("second-answer-not-ended");
    }

    @Test
    void aShortCaptureDoesNotShowWhetherOneIsEnded() {
        answeredTwice();
        trace.goesOn(1);

        assertThat(trace.found()).doesNotContain("second-answer-not-ended");
    }

    private Trace progress(String tag, String address, String... attributes) {
        return trace.from("proxy")
                .to("alice")
                .toTag(tag)
                .sdp(audio(address, 5000, "8", attributes))
                .responds(183);
    }

    @Test
    void twoGatewaysSendSoundBeforeTheAnswer() {
        trace.from("alice").to("proxy").request("INVITE");
        progress("one", "198.51.100.21");
        progress("two", "198.51.100.22");
        trace.after(2).from("proxy").to("alice").toTag("two").responds(200);
        trace.from("alice").to("proxy").toTag("two").inside("ACK");
        hangUp("two", 2);

        assertThat(trace.found()).containsExactly("early-media-of-several");
        assertThat(trace.the("early-media-of-several").certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(trace.the("early-media-of-several").values())
                .containsEntry("addresses", Value.of(List.of("198.51.100.21:5000", "198.51.100.22:5000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=inactive", "a=recvonly", "a=curr:qos local none\na=des:qos mandatory local sendrecv"})
    void aPhoneThatOnlyReservesSendsNoSound(String attributes) {
        trace.from("alice").to("proxy").request("INVITE");
        progress("one", "198.51.100.21", attributes);
        progress("two", "198.51.100.22");
        trace.after(2).from("proxy").to("alice").toTag("two").responds(200);
        trace.from("alice").to("proxy").toTag("two").inside("ACK");
        hangUp("two", 2);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void theSameSoundUnderTwoTagsIsOne() {
        trace.from("alice").to("proxy").request("INVITE");
        progress("one", "198.51.100.21");
        progress("two", "198.51.100.21");
        trace.after(2).from("proxy").to("alice").toTag("two").responds(200);
        trace.from("alice").to("proxy").toTag("two").inside("ACK");
        hangUp("two", 2);

        assertThat(trace.found()).isEmpty();
    }
}
