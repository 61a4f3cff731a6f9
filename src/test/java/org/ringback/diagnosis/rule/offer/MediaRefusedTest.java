package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;

class MediaRefusedTest {

    private static final String OPUS =
            audio("198.51.100.1", 4000, "96 101", "a=rtpmap:96 opus/48000/2", "a=rtpmap:101 telephone-event/8000");

    private static Trace offering(String sdp) {
        var trace = new Trace();
        return trace.from("alice").to("pbx").sdp(sdp).request("INVITE");
    }

    @Test
    void a488WithoutMoreNamesTheOfferOnly() {
        var trace = offering(audio("198.51.100.1", 4000, "18 101", "a=rtpmap:101 telephone-event/8000"));
        trace.from("pbx").to("alice").phrase("Not Acceptable Here").responds(488);

        var finding = trace.the("codecs-refused");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(finding.values())
                .containsEntry("offered", Value.of(List.of("G729")))
                .containsEntry("refuser", Value.of(trace.address("pbx")))
                .containsEntry("code", new Value.Code(488, "Not Acceptable Here"));
        assertThat(finding.origin()).map(Origin::firstSaidBy).contains(trace.address("pbx"));
    }

    @Test
    void aWarningMakesItLikely() {
        var trace = offering(OPUS);
        trace.from("pbx")
                .to("alice")
                .header("Warning: 305 pbx \"Incompatible media format\"")
                .responds(603);

        assertThat(trace.the("codecs-refused").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aDescriptionInTheRefusalIsTheOtherList() {
        var trace = offering(OPUS);
        trace.from("pbx").to("alice").sdp(audio("198.51.100.2", 4000, "0 8")).responds(488);

        var finding = trace.the("codecs-disjoint");

        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("offered", Value.of(List.of("opus/48000")))
                .containsEntry("known", Value.of(List.of("PCMU", "PCMA")));
    }

    /** The list of the caller has PCMU, but the phone was not offered that. */
    @Test
    void aProxyThatTakesCodecsOutOffersLess() {
        var trace = new Trace();
        trace.from("alice").to("proxy").sdp(audio("198.51.100.1", 4000, "0 18")).request("INVITE");
        trace.from("proxy").to("bob").sdp(audio("198.51.100.9", 4000, "18")).request("INVITE");
        trace.from("bob").to("proxy").sdp(audio("198.51.100.2", 4000, "0 8")).responds(488);
        trace.from("proxy").to("alice").sdp(audio("198.51.100.2", 4000, "0 8")).responds(488);

        assertThat(trace.the("codecs-disjoint").values()).containsEntry("offered", Value.of(List.of("G729")));
        assertThat(trace.found()).doesNotContain("media-refused-not-codecs");
    }

    @Test
    void anOfferOfTheRefuserInAnotherCallIsItsList() {
        var trace = offering(OPUS);
        trace.from("pbx").to("alice").responds(488);
        trace.call("call-2", "carol", "dave")
                .after(1)
                .from("pbx")
                .to("carrier")
                .sdp(audio("198.51.100.2", 4000, "8"))
                .request("INVITE");

        var finding = found(trace, "call-1", "codecs-disjoint");

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values()).containsEntry("known", Value.of(List.of("PCMA")));
        assertThat(Trace.frames(finding)).containsExactly(2L, 1L, 3L);
    }

    @Test
    void anAnswerOfTheRefuserIsNotItsListForItHoldsOnlyWhatWasChosen() {
        var trace = offering(OPUS);
        trace.from("pbx").to("alice").responds(488);
        trace.call("call-2", "carol", "dave")
                .after(1)
                .from("carrier")
                .to("pbx")
                .sdp(audio("198.51.100.9", 4000, "8"))
                .request("INVITE");
        trace.from("pbx").to("carrier").sdp(audio("198.51.100.2", 4000, "8")).responds(200);

        assertThat(ids(trace, "call-1")).contains("codecs-refused").doesNotContain("codecs-disjoint");
    }

    @Test
    void aCommonCodecPointsElsewhere() {
        var trace = offering(audio("198.51.100.1", 4000, "0 8"));
        trace.from("pbx").to("alice").sdp(audio("198.51.100.2", 4000, "8 9")).responds(488);

        assertThat(trace.the("media-refused-not-codecs").values()).containsEntry("common", Value.of(List.of("PCMA")));
        assertThat(trace.found()).doesNotContain("codecs-disjoint", "codecs-refused");
    }

    @Test
    void onlyEncryptedMediaOfferedAndRefused() {
        var trace = offering(audio(
                "UDP/TLS/RTP/SAVPF",
                "198.51.100.1",
                4000,
                "111",
                "a=rtpmap:111 opus/48000/2",
                "a=fingerprint:sha-256 AA:BB"));
        trace.from("pbx").to("alice").responds(488);

        assertThat(trace.the("srtp-refused").values()).containsEntry("profile", Value.of(List.of("UDP/TLS/RTP/SAVPF")));
        assertThat(trace.found()).doesNotContain("codecs-refused");
    }

    @Test
    void plainMediaBesideEncryptedOnesLeaveAChoice() {
        var trace = offering(audio(
                "RTP/SAVP",
                "198.51.100.1",
                4000,
                "8",
                "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x",
                "m=audio 4002 RTP/AVP 8"));
        trace.from("pbx").to("alice").responds(488);

        assertThat(trace.found()).doesNotContain("srtp-refused");
    }

    @Test
    void aRefuserThatWantsEncryption() {
        var trace = offering(audio("198.51.100.1", 4000, "8"));
        trace.from("pbx")
                .to("alice")
                .sdp(audio("RTP/SAVP", "198.51.100.2", 4000, "8", "a=crypto:1 X inline:x"))
                .responds(488);

        assertThat(trace.the("srtp-required").values())
                .containsEntry("profile", Value.of(List.of("RTP/AVP")))
                .containsEntry("wanted", Value.of(List.of("RTP/SAVP")));
    }

    @Test
    void aWarningAboutTheAddress() {
        var trace = offering(audio("2001:db8::1", 4000, "8"));
        trace.from("pbx")
                .to("alice")
                .header("Warning: 301 pbx \"Incompatible network address format\"")
                .responds(488);

        assertThat(trace.the("address-family-refused").values()).containsEntry("address", Value.of("2001:db8::1"));
    }

    @Test
    void a415NamesBothTypes() {
        var trace = new Trace();
        trace.from("alice")
                .to("pbx")
                .body("multipart/mixed;boundary=x", "--x--")
                .request("INVITE");
        trace.from("pbx")
                .to("alice")
                .header("Accept: application/sdp, application/dtmf-relay")
                .responds(415);

        assertThat(trace.the("body-type-refused").values())
                .containsEntry("type", Value.of("multipart/mixed"))
                .containsEntry("accepted", Value.of(List.of("application/sdp", "application/dtmf-relay")));
    }

    @Test
    void aRefusalThatIsTriedAgainWithSuccessIsNoFailure() {
        var trace = offering(OPUS);
        trace.from("pbx").to("alice").refuses(488);
        trace.from("alice")
                .to("pbx")
                .cseq(2)
                .sdp(audio("198.51.100.1", 4000, "8"))
                .request("INVITE");
        trace.from("pbx")
                .to("alice")
                .cseq(2)
                .sdp(audio("198.51.100.2", 4000, "8"))
                .responds(200);

        assertThat(trace.found()).doesNotContain("codecs-refused", "codecs-disjoint");
    }

    @Test
    void busyIsNotAboutMedia() {
        var trace = offering(OPUS);
        trace.from("pbx").to("alice").responds(486);

        assertThat(trace.found()).doesNotContain("codecs-refused", "media-refused-not-codecs");
    }

    private static List<String> ids(Trace trace, String call) {
        return trace.findings(call).stream().map(finding -> finding.kind().id()).toList();
    }

    private static Finding found(Trace trace, String call, String id) {
        return trace.findings(call).stream()
                .filter(finding -> finding.kind().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ids(trace, call)));
    }

    @Test
    void whoSaysWhatItCanDoOpensNoStream() {
        var trace = offering(OPUS);
        trace.from("pbx").to("alice").sdp(audio("198.51.100.2", 0, "18")).responds(488);

        assertThat(trace.the("codecs-disjoint").values()).containsEntry("known", Value.of(List.of("G729")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"370 pbx \"Insufficient bandwidth\"", "306 pbx \"Attribute not understood\""})
    void aWarningThatSpeaksOfSomethingElseIsNotAboutCodecs(String warning) {
        var trace = offering(OPUS);
        trace.from("pbx").to("alice").header("Warning: " + warning).responds(488);

        assertThat(trace.found()).startsWith("refusal-explained").doesNotContain("codecs-refused", "codecs-disjoint");
    }

    private static Trace offeringAgain(double after, int status) {
        var trace = offering(OPUS);
        trace.from("pbx").to("alice").refuses(488);
        trace.call("call-2", "alice", "bob").after(after);
        trace.from("alice").to("pbx").sdp(audio("198.51.100.1", 4000, "8")).request("INVITE");
        trace.from("pbx").to("alice").sdp(audio("198.51.100.2", 4000, "8")).responds(status);
        return trace;
    }

    @Test
    void whoGetsThroughWithOtherMediaAtOnceLosesNothing() {
        var trace = offeringAgain(0.1, 200);

        assertThat(Trace.ids(trace.findings("call-1"))).containsExactly("media-agreed-in-next-call");
        assertThat(trace.examined().diagnosed(trace.calls().getFirst()).failed())
                .isFalse();
    }

    @Test
    void aPersonWhoDialsAgainHadFailed() {
        assertThat(Trace.ids(offeringAgain(20, 200).findings("call-1"))).doesNotContain("media-agreed-in-next-call");
    }

    @Test
    void norDoesASecondRefusalHelp() {
        assertThat(Trace.ids(offeringAgain(0.1, 488).findings("call-1"))).doesNotContain("media-agreed-in-next-call");
    }

    private static Trace warned(String sdp, String warning) {
        var trace = new Trace();
        trace.from("alice").to("pbx").sdp(sdp).request("INVITE");
        return trace.from("pbx").to("alice").header("Warning: " + warning).responds(488);
    }

    @Test
    void aNetworkThatIsNotThereIsThatOfIpVersion6() {
        assertThat(warned(audio("2001:db8::1", 4000, "8"), "300 pbx \"Incompatible network protocol\"")
                        .the("address-family-refused")
                        .values())
                .containsEntry("address", Value.of("2001:db8::1"));
    }

    @Test
    void anotherNetworkThatIsNotThere() {
        assertThat(warned(audio("198.51.100.1", 4000, "8"), "300 pbx \"Incompatible network protocol\"")
                        .found())
                .doesNotContain("address-family-refused");
    }
}
