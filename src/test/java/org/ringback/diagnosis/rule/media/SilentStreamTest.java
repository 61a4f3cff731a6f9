package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

/** Packets that hold nothing to hear. */
class SilentStreamTest {

    @Test
    void oneValueAllTheTimeIsTold() {
        Trace trace = answered();
        alice(trace).silent(0xFF).packets(500);
        bob(trace).packets(500);
        bye(trace, 10);

        assertThat(found(trace)).containsExactly("media-digital-silence");
        assertThat(trace.the("media-digital-silence").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aPauseInSpeechIsNone() {
        Trace trace = answered();
        alice(trace).packets(100).silent(0xFF).packets(400);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void aTestInWhichBothAreSilentIsNone() {
        Trace trace = answered();
        alice(trace).silent(0xFF).packets(500);
        bob(trace).silent(0xD5).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void whoIsHeardInAnotherStreamIsNotSilent() {
        Trace trace = answered();
        alice(trace).silent(0xFF).packets(500).ssrc(9).silent(-1).packets(100);
        bob(trace).packets(600);

        assertThat(found(bye(trace, 12))).isEmpty();
    }

    @Test
    void onHoldSilenceIsMeant() {
        Trace trace = answered();
        alice(trace).silent(0xFF).packets(500);
        bob(trace).packets(500);
        changed(trace, 2, SoundCall.ALICE + "a=sendonly", SoundCall.BOB + "a=recvonly");

        assertThat(found(bye(trace, 10))).doesNotContain("media-digital-silence");
    }

    @Test
    void comfortNoiseAloneIsTold() {
        Trace trace = answered();
        alice(trace).type(13).size(1).packets(500);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).containsExactly("comfort-noise-only");
        assertThat(trace.the("comfort-noise-only").certainty())
                .as("who only listens sends no more than this")
                .isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void comfortNoiseBetweenSpeechIsWell() {
        Trace trace = answered();
        alice(trace).packets(10).type(13).size(1).packets(480).type(0).size(160).packets(10);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    /** In a conference most are on mute, so that one who is silent all the time proves little. */
    @Test
    void whoIsSilentInAConferenceMayBeOnMute() {
        var trace = new Trace().host("alice", "198.51.100.1", 5060).host("bob", "198.51.100.2", 5060);
        trace.from("alice").to("bob").sdp(SoundCall.ALICE).request("INVITE");
        trace.from("bob")
                .to("alice")
                .header("Contact: <sip:room7@198.51.100.2>;isfocus")
                .sdp(SoundCall.BOB)
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
        alice(trace).silent(0xFF).packets(500);
        bob(trace).packets(500);
        bye(trace, 10);

        assertThat(trace.the("media-digital-silence").certainty()).isEqualTo(Certainty.POSSIBLE);
    }
}
