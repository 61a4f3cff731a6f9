package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Offers and answers that do not fit each other: codecs, profiles, keys, addresses, key presses. */
class AgreedMediaTest {

    /** What there may be to say of offer and answer. */
    static final String[] ALL = {
        "answer-without-offered-codec",
        "profiles-differ",
        "srtp-without-key",
        "media-ip-versions-differ",
        "dtmf-not-agreed",
        "sdp-answer-missing",
        "ack-without-sdp",
        "sdp-offer-missing",
        "audio-off",
        "audio-one-way",
        "audio-no-way"
    };

    private static Trace call(String offer, String answer) {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.after(1).from("bob").to("alice").responds(180);
        trace.after(2).from("bob").to("alice").sdp(answer).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(30).from("alice").to("bob").cseq(2).inside("BYE");
        return trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
    }

    @Test
    void aHealthyCallHasNothingToSay() {
        var trace = call(
                audio("198.51.100.1", 4000, "0 8 101", "a=rtpmap:101 telephone-event/8000"),
                audio("198.51.100.2", 5000, "8 96", "a=rtpmap:96 telephone-event/8000"));

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void theSameCodecUnderAnotherNumberFits() {
        var trace = call(
                audio("198.51.100.1", 4000, "96", "a=rtpmap:96 opus/48000/2"),
                audio("198.51.100.2", 5000, "111", "a=rtpmap:111 OPUS/48000/2"));

        assertThat(trace.found()).doesNotContain("answer-without-offered-codec");
    }

    @Test
    void aLogThatPrintsNoCarriageReturnsCutsNothingOff() {
        var trace = new Trace().logged();
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "0")).request("INVITE");
        trace.after(2)
                .from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8 18"))
                .responds(200);
        trace.from("alice").to("bob").inside("ACK");

        assertThat(trace.found()).contains("answer-without-offered-codec").doesNotContain("message-cut");
    }

    @Test
    void aProgressWithoutACodecOfTheOfferIsGivenUp() {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "18")).request("INVITE");
        trace.after(1)
                .from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(183);
        trace.from("alice").to("bob").header("Reason: Q.850;cause=65").request("CANCEL");
        trace.from("bob").to("alice").responds(200, "CANCEL");
        trace.from("bob").to("alice").refuses(487);

        assertThat(trace.found()).contains("answer-without-offered-codec", "canceled-by-cause");
    }

    @Test
    void aProgressWithACodecOfTheOfferIsGivenUp() {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(audio("198.51.100.1", 4000, "18 8")).request("INVITE");
        trace.after(1)
                .from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, "8"))
                .responds(183);
        trace.from("alice").to("bob").cancels();

        assertThat(trace.found()).doesNotContain("answer-without-offered-codec");
    }

    @Test
    void aCallThatIsOnlyToDialByItselfNeedsNoKeys() {
        var trace = new Trace();
        trace.from("server").to("phone").request("INVITE");
        trace.after(1)
                .from("phone")
                .to("server")
                .sdp(audio("198.51.100.2", 5000, "8 101", "a=rtpmap:101 telephone-event/8000"))
                .responds(200);
        trace.from("server")
                .to("phone")
                .sdp(audio("198.51.100.1", 9, "8", "a=inactive"))
                .inside("ACK");
        trace.from("server")
                .to("phone")
                .cseq(2)
                .header("Refer-To: <sip:carol@example.com>")
                .inside("REFER");
        trace.from("phone").to("server").cseq(2).responds(202, "REFER");
        trace.after(9).from("server").to("phone").cseq(3).inside("BYE");
        trace.from("phone").to("server").cseq(3).responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("dtmf-not-agreed", "audio-no-way");
    }

    @Test
    void aLogThatLeavesHeadersOutDoesNotShowThatNobodyOffered() {
        assertThat(withoutBodies("Content-Length: 0\r\n").found()).contains("sdp-offer-missing");
        assertThat(withoutBodies("").found()).doesNotContain("sdp-offer-missing");
    }

    private static Trace withoutBodies(String length) {
        String ends = "Via: SIP/2.0/UDP 198.51.100.1;branch=z9hG4bK-%s\r\nFrom: <sip:alice@example.com>;tag=a\r\n"
                + "To: <sip:bob@example.com>%s\r\nCall-ID: call-1\r\nCSeq: %s\r\n%s\r\n";
        var trace = new Trace().logged();
        trace.raw(
                "alice", "bob", "INVITE sip:bob@example.com SIP/2.0\r\n" + ends.formatted("1", "", "1 INVITE", length));
        trace.after(2).raw("bob", "alice", "SIP/2.0 200 OK\r\n" + ends.formatted("1", ";tag=b", "1 INVITE", length));
        trace.raw(
                "alice", "bob", "ACK sip:bob@example.com SIP/2.0\r\n" + ends.formatted("2", ";tag=b", "1 ACK", length));
        trace.after(30)
                .raw(
                        "alice",
                        "bob",
                        "BYE sip:bob@example.com SIP/2.0\r\n" + ends.formatted("3", ";tag=b", "2 BYE", length));
        return trace.raw("bob", "alice", "SIP/2.0 200 OK\r\n" + ends.formatted("3", ";tag=b", "2 BYE", length));
    }

    @Test
    void anAnswerWithoutACodecOfTheOffer() {
        var trace = call(audio("198.51.100.1", 4000, "0"), audio("198.51.100.2", 5000, "8 18"));

        var finding = trace.the("answer-without-offered-codec");

        assertThat(Trace.frames(finding)).containsExactly(3L, 1L);
        assertThat(finding.values())
                .containsEntry("offered", Value.of(List.of("PCMU")))
                .containsEntry("answered", Value.of(List.of("PCMA", "G729")))
                .containsEntry("answerer", Value.of(trace.address("bob")));
    }

    @Test
    void onlyOneSideEncrypts() {
        var trace = call(
                audio("RTP/SAVP", "198.51.100.1", 4000, "8", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x"),
                audio("198.51.100.2", 5000, "8"));

        assertThat(trace.the("profiles-differ").values())
                .containsEntry("offered", Value.of("RTP/SAVP"))
                .containsEntry("answered", Value.of("RTP/AVP"));
    }

    @Test
    void plainProfilesWithAndWithoutFeedbackGetAlong() {
        var trace = call(audio("RTP/AVPF", "198.51.100.1", 4000, "8"), audio("198.51.100.2", 5000, "8"));

        assertThat(trace.found()).doesNotContain("profiles-differ");
    }

    @Test
    void anEncryptedAnswerWithoutAKey() {
        var trace = call(
                audio("RTP/SAVP", "198.51.100.1", 4000, "8", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x"),
                audio("RTP/SAVP", "198.51.100.2", 5000, "8"));

        var finding = trace.the("srtp-without-key");

        assertThat(Trace.frames(finding)).containsExactly(3L);
        assertThat(finding.values()).containsEntry("sender", Value.of(trace.address("bob")));
    }

    @Test
    void ipv4AgainstIpv6() {
        var trace = call(audio("2001:db8::1", 4000, "8"), audio("198.51.100.2", 5000, "8"));

        assertThat(trace.the("media-ip-versions-differ").values())
                .containsEntry("offered", Value.of("2001:db8::1"))
                .containsEntry("answered", Value.of("198.51.100.2"));
    }

    @Test
    void iceFindsItsOwnWay() {
        var trace = call(
                audio("2001:db8::1", 4000, "8", "a=ice-ufrag:x", "a=candidate:1 1 UDP 1 198.51.100.1 4000 typ host"),
                audio("198.51.100.2", 5000, "8"));

        assertThat(trace.found()).doesNotContain("media-ip-versions-differ");
    }

    @Test
    void keyPressesLeftOut() {
        String offer = audio("198.51.100.1", 4000, "8 101", "a=rtpmap:101 telephone-event/8000");
        var trace = call(offer, audio("198.51.100.2", 5000, "8"));

        assertThat(trace.the("dtmf-not-agreed").certainty()).isEqualTo(Certainty.POSSIBLE);

        var info = call(offer, audio("198.51.100.2", 5000, "8"));
        info.from("alice")
                .to("bob")
                .cseq(3)
                .body("application/dtmf-relay", "Signal=1")
                .inside("INFO");

        assertThat(info.found()).doesNotContain("dtmf-not-agreed");
    }

    @ParameterizedTest
    @CsvSource({
        "18, 18, a=rtpmap:18 G729/8000, a=rtpmap:18 G729A/8000",
        "18, 97, a=rtpmap:18 G729/8000, a=rtpmap:97 G729AB/8000",
        "9, 9, a=rtpmap:9 G722/8000, a=rtpmap:9 G722/16000"
    })
    void oneCodecWithTwoNamesFits(String offered, String answered, String offeredName, String answeredName) {
        var trace = call(
                audio("198.51.100.1", 4000, offered, offeredName), audio("198.51.100.2", 5000, answered, answeredName));

        assertThat(trace.found()).doesNotContain("answer-without-offered-codec");
    }

    @Test
    void oneStreamThatFitsIsEnough() {
        var trace = call(
                audio("198.51.100.1", 4000, "0", "m=audio 4002 RTP/AVP 8"),
                audio("198.51.100.2", 5000, "18", "m=audio 5002 RTP/AVP 8"));

        assertThat(trace.found()).doesNotContain("answer-without-offered-codec");
    }

    @Test
    void packetsBothWaysShowThatSomethingTranslates() {
        var trace = new Trace().host("alice", "198.51.100.1", 5060).host("bob", "198.51.100.2", 5060);
        trace.talks(audio("198.51.100.1", 4000, "8"), audio("2001:db8::2", 5000, "8"));
        trace.media("alice", 4000).to("bob", 5000).packets(500);
        trace.media("bob", 5000).to("alice", 4000).packets(500);
        trace.after(10).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("media-ip-versions-differ");
    }

    @Test
    void whereSoundFlowsBothWaysKeysAreLeftToTones() {
        var trace = new Trace().host("alice", "198.51.100.1", 5060).host("bob", "198.51.100.2", 5060);
        trace.talks(
                audio("198.51.100.1", 4000, "8 101", "a=rtpmap:101 telephone-event/8000"),
                audio("198.51.100.2", 5000, "8"));
        trace.media("alice", 4000).to("bob", 5000).type(8).packets(500);
        trace.media("bob", 5000).to("alice", 4000).type(8).packets(500);
        trace.after(10).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).containsExactly("dtmf-left-to-tones");
    }

    private static Trace ofLift(String device, String offered, String answered, String line) {
        var trace = new Trace();
        trace.from("alice")
                .to("bob")
                .header("User-Agent: " + device)
                .sdp(audio("198.51.100.1", 4000, offered, line))
                .request("INVITE");
        trace.from("bob")
                .to("alice")
                .sdp(audio("198.51.100.2", 5000, answered, line))
                .responds(200);
        return trace.from("alice").to("bob").inside("ACK");
    }

    @Test
    void phonesOfPeopleNeedNoKeys() {
        assertThat(ofLift("Yealink SIP-T46U", "18", "18", "").found()).doesNotContain("dtmf-not-offered-compressed");
    }

    @Test
    void keysHaveNoWayThroughACodecForVoices() {
        var trace = ofLift("Grandstream HT812 1.0.43.11", "18", "18", "");

        assertThat(trace.the("dtmf-not-offered-compressed").values())
                .containsEntry("codecs", Value.of(List.of("G729")))
                .containsEntry("caller", Value.of(trace.address("alice")));
    }

    @ParameterizedTest
    @CsvSource({"8, 8, ''", "8 18, 8, ''", "18 101, 18 101, a=rtpmap:101 telephone-event/8000"})
    void keysThatHaveAWay(String offered, String answered, String line) {
        var trace = ofLift("Grandstream HT812 1.0.43.11", offered, answered, line);

        assertThat(trace.found()).doesNotContain("dtmf-not-offered-compressed");
    }

    @Test
    void keysThatGoByInfo() {
        var trace = ofLift("Cisco/SPA112-1.4.1", "18", "18", "");
        trace.after(3).from("alice").to("bob").cseq(2).inside("INFO");
        trace.from("bob").to("alice").cseq(2).responds(200, "INFO");

        assertThat(trace.found()).doesNotContain("dtmf-not-offered-compressed");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 488})
    void aFaxPressesNoKeys(int answer) {
        var trace = new Trace();
        trace.talks(
                audio("198.51.100.1", 4000, "8 101", "a=rtpmap:101 telephone-event/8000"),
                audio("198.51.100.2", 5000, "8"));
        String fax = "v=0\no=- 1 2 IN IP4 198.51.100.2\ns=-\nc=IN IP4 198.51.100.2\nt=0 0\nm=image 5000 udptl t38\n";
        trace.after(3).from("bob").to("alice").cseq(7).sdp(fax).inside("INVITE");
        trace.from("alice")
                .to("bob")
                .cseq(7)
                .sdp(answer == 200 ? fax.replace(".2", ".1") : "")
                .responds(answer);
        trace.from("bob").to("alice").cseq(7).inside("ACK");
        trace.after(60).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");

        assertThat(trace.found()).doesNotContain("dtmf-not-agreed", "dtmf-left-to-tones");
    }

    @Test
    void keysThatGetTheirWayLater() {
        var trace = ofLift("Grandstream HT812 1.0.43.11", "18", "18", "");
        trace.changes(
                2,
                audio("198.51.100.1", 4000, "18 101", "a=rtpmap:101 telephone-event/8000"),
                audio("198.51.100.2", 5000, "18 101", "a=rtpmap:101 telephone-event/8000"));

        assertThat(trace.found()).doesNotContain("dtmf-not-offered-compressed");
    }
}
