package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.changed;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** What is carried beside what was agreed. */
class CarriedPayloadsTest {

    @Test
    void aPayloadTypeThatNobodyNamedIsTold() {
        Trace trace = answered();
        alice(trace).type(18).size(20).packets(500);
        bob(trace).packets(500);
        bye(trace, 10);

        assertThat(found(trace)).containsExactly("payload-not-agreed");
        assertThat(trace.the("payload-not-agreed").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aFewPacketsAndComfortNoiseAreNothingToTell() {
        Trace trace = answered();
        alice(trace).type(18).packets(20).type(13).packets(100).type(0).packets(380);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void aNumberThatOnlyTheSenderNamedIsUnderstood() {
        Trace trace = answered(description("198.51.100.1", 4000, "0 111", ""), SoundCall.BOB);
        alice(trace).type(111).packets(500);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).doesNotContain("payload-not-agreed");
    }

    @Test
    void aCodecThatTheOtherSideDidNotTakeIsTold() {
        Trace trace = answered(
                description("198.51.100.1", 4000, "18 8", "a=rtpmap:18 G729/8000"),
                description("198.51.100.2", 6000, "8", ""));
        alice(trace).type(18).size(20).packets(500);
        bob(trace).type(8).packets(500);
        bye(trace, 10);

        assertThat(found(trace)).contains("codec-not-in-answer");
        assertThat(trace.the("codec-not-in-answer").values()).containsEntry("codec", Value.of("G729"));
    }

    @Test
    void aCodecThatTheOtherSideTookUnderAnotherNumberIsUnderstood() {
        Trace trace = answered(
                description("198.51.100.1", 4000, "18 8", "a=rtpmap:18 G729/8000"),
                description("198.51.100.2", 6000, "98 8", "a=rtpmap:98 G729/8000"));
        alice(trace).type(18).size(20).packets(500);
        bob(trace).type(8).packets(500);

        assertThat(found(bye(trace, 10))).doesNotContain("codec-not-in-answer");
    }

    @Test
    void aCodecThatBothNamedIsNoneOfThem() {
        Trace trace = answered();
        alice(trace).type(8).packets(500);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).doesNotContain("codec-not-in-answer");
    }

    @Test
    void aCodecThatChangesWithoutAWordIsRemarked() {
        Trace trace = answered();
        alice(trace).packets(250).type(8).packets(250);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).containsExactly("codec-changed-silently");
    }

    @Test
    void aCodecThatChangesByAnOfferIsAgreed() {
        Trace trace = answered();
        alice(trace).packets(250).type(8).packets(250);
        bob(trace).packets(500);
        changed(trace.after(4), 2, description("198.51.100.1", 4000, "8", ""), SoundCall.BOB);

        assertThat(found(bye(trace, 6))).isEmpty();
    }

    @Test
    void keysAreNoOtherCodec() {
        Trace trace = answered();
        alice(trace).packets(250).key(5, 101, 30, true).packets(217);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void anAnswerMayNameMoreThanWasOffered() {
        Trace trace = answered(
                description("198.51.100.1", 4000, "8", ""),
                description("198.51.100.2", 6000, "8 18", "a=rtpmap:18 G729/8000"));
        alice(trace).type(8).packets(500);
        bob(trace).type(18).size(20).packets(500);

        assertThat(found(bye(trace, 10))).doesNotContain("codec-not-in-answer");
    }

    @Test
    void aModemTakesTheGatewaysToAnotherCodec() {
        Trace trace = answered(
                description("198.51.100.1", 4000, "18 0 100", "a=rtpmap:18 G729/8000\na=rtpmap:100 X-NSE/8000"),
                description("198.51.100.2", 6000, "18 100", "a=rtpmap:18 G729/8000\na=rtpmap:100 X-NSE/8000"));
        alice(trace).type(18).size(20).packets(200).type(0).size(160).packets(500);
        bob(trace).type(18).size(20).packets(200).type(0).size(160).packets(500);

        assertThat(found(bye(trace, 15))).doesNotContain("codec-not-in-answer");
    }

    @Test
    void comfortNoiseAndEventsByOldNumbers() {
        Trace trace = answered(
                description("198.51.100.1", 4000, "8 19 13 96", "a=rtpmap:19 CN/8000\na=rtpmap:96 red/8000"),
                description("198.51.100.2", 6000, "8", ""));
        alice(trace).type(8).packets(300).type(19).packets(100).type(13).packets(100);
        bob(trace).type(8).packets(500);

        assertThat(found(bye(trace, 10))).doesNotContain("codec-not-in-answer");
    }

    @Test
    void anotherBranchTookTheCodec() {
        var trace = new Trace();
        trace.from("alice")
                .to("bob")
                .sdp(description("198.51.100.1", 4000, "18 8", "a=rtpmap:18 G729/8000"))
                .request("INVITE");
        trace.from("bob")
                .to("alice")
                .toTag("early")
                .sdp(description("198.51.100.2", 6000, "18", "a=rtpmap:18 G729/8000"))
                .responds(183);
        alice(trace).type(18).size(20).packets(200);
        trace.after(4)
                .from("bob")
                .to("alice")
                .sdp(description("198.51.100.2", 6000, "8", ""))
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");
        alice(trace).type(8).packets(500);
        bob(trace).type(8).packets(500);

        assertThat(found(bye(trace, 10))).doesNotContain("codec-not-in-answer");
    }
}
