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

class SecureAnswerTest {

    private static final String[] ALL = {"crypto-suite-not-offered", "dtls-setup-wrong", "webrtc-answer-incomplete"};

    private static final String WEBRTC = "UDP/TLS/RTP/SAVPF";

    private static Trace call(String offer, String answer) {
        var trace = new Trace();
        trace.from("alice").to("bob").sdp(offer).request("INVITE");
        trace.after(2).from("bob").to("alice").sdp(answer).responds(200);
        trace.from("alice").to("bob").inside("ACK");
        trace.after(30).from("alice").to("bob").cseq(2).inside("BYE");
        return trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
    }

    private static String sdes(String... suites) {
        String[] lines = new String[suites.length];
        for (int i = 0; i < suites.length; i++) {
            lines[i] = "a=crypto:" + (i + 1) + " " + suites[i] + " inline:x";
        }
        return audio("RTP/SAVP", "198.51.100.1", 4000, "8", lines);
    }

    private static String browser(String... lines) {
        return audio(WEBRTC, "198.51.100.1", 4000, "8", lines);
    }

    @Test
    void theAnswerTakesASuiteThatWasNotOffered() {
        var trace = call(sdes("AES_256_CM_HMAC_SHA1_80"), sdes("AES_CM_128_HMAC_SHA1_80"));

        var finding = trace.the("crypto-suite-not-offered");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.values())
                .containsEntry("offered", Value.of(List.of("AES_256_CM_HMAC_SHA1_80")))
                .containsEntry("answered", Value.of(List.of("AES_CM_128_HMAC_SHA1_80")));
    }

    @Test
    void theAnswerTakesTheSecondSuite() {
        var trace = call(sdes("AES_256_CM_HMAC_SHA1_80", "AES_CM_128_HMAC_SHA1_80"), sdes("aes_cm_128_hmac_sha1_80"));

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "32"})
    void oneSuiteHasTwoNames(String bits) {
        var trace = call(sdes("AES_CM_256_HMAC_SHA1_" + bits), sdes("AES_256_CM_HMAC_SHA1_" + bits));

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void aShorterTagIsAnotherSuite() {
        var trace = call(sdes("AES_CM_256_HMAC_SHA1_80"), sdes("AES_256_CM_HMAC_SHA1_32"));

        assertThat(trace.found()).contains("crypto-suite-not-offered");
    }

    @ParameterizedTest
    @CsvSource({"actpass, actpass", "active, active", "passive, passive", "actpass, holdconn"})
    void nobodyKnowsWhoBegins(String offered, String answered) {
        var trace = call(
                browser("a=fingerprint:sha-256 AA", "a=setup:" + offered),
                browser("a=fingerprint:sha-256 BB", "a=setup:" + answered));

        var finding = trace.the("dtls-setup-wrong");
        assertThat(finding.values()).containsEntry("answered", Value.of("a=setup:" + answered));
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
    }

    private static Trace refreshed(String later) {
        return refreshed(new Trace(), later);
    }

    /** Who renews the session repeats the role that it has, and so does the other side. */
    private static Trace refreshed(Trace trace, String later) {
        trace.after(900)
                .from("bob")
                .to("alice")
                .byCallee()
                .cseq(7)
                .sdp(browser("a=fingerprint:sha-256 " + later, "a=setup:active"))
                .inside("INVITE");
        trace.from("alice")
                .to("bob")
                .cseq(7)
                .sdp(browser("a=fingerprint:sha-256 AA", "a=setup:active"))
                .responds(200);
        trace.from("bob").to("alice").byCallee().cseq(7).inside("ACK");
        return trace;
    }

    private static Trace agreed() {
        var trace = new Trace();
        trace.from("alice")
                .to("bob")
                .sdp(browser("a=fingerprint:sha-256 AA", "a=setup:actpass"))
                .request("INVITE");
        trace.after(2)
                .from("bob")
                .to("alice")
                .sdp(browser("a=fingerprint:sha-256 BB", "a=setup:active"))
                .responds(200);
        return trace.from("alice").to("bob").inside("ACK");
    }

    @Test
    void aRefreshRepeatsTheRolesAndTheAssociationStays() {
        assertThat(refreshed(agreed(), "bb").found()).doesNotContain(ALL);
    }

    @Test
    void aRefreshInACallThatBeganBeforeTheCapture() {
        assertThat(refreshed("BB").found()).doesNotContain(ALL);
    }

    @Test
    void anotherFingerprintNeedsAnotherHandshake() {
        assertThat(refreshed(agreed(), "CC").found()).contains("dtls-setup-wrong");
    }

    @ParameterizedTest
    @CsvSource({"actpass, active", "actpass, passive", "active, passive", "passive, active"})
    void oneOfThemBegins(String offered, String answered) {
        var trace = call(
                browser("a=fingerprint:sha-256 AA", "a=setup:" + offered),
                browser("a=fingerprint:sha-256 BB", "a=setup:" + answered));

        assertThat(trace.found()).doesNotContain(ALL);
    }

    @Test
    void aBrowserGetsNoIceAndTwoPorts() {
        var trace = call(
                browser("a=fingerprint:sha-256 AA", "a=setup:actpass", "a=ice-ufrag:x", "a=rtcp-mux"),
                browser("a=fingerprint:sha-256 BB", "a=setup:active"));

        assertThat(trace.the("webrtc-answer-incomplete").values())
                .containsEntry("missing", Value.of(List.of("a=ice-ufrag, a=ice-pwd, a=candidate", "a=rtcp-mux")));
    }

    @Test
    void aBrowserGetsAllItNeeds() {
        var trace = call(
                browser("a=fingerprint:sha-256 AA", "a=setup:actpass", "a=ice-ufrag:x", "a=rtcp-mux"),
                browser("a=fingerprint:sha-256 BB", "a=setup:active", "a=ice-ufrag:y", "a=rtcp-mux"));

        assertThat(trace.found()).doesNotContain(ALL);
    }

    /** A phone that offers ICE as well does without it. */
    @Test
    void aPhoneThatOffersIceDoesNotNeedIt() {
        var trace =
                call(audio("198.51.100.1", 4000, "8", "a=ice-ufrag:x", "a=rtcp-mux"), audio("198.51.100.2", 5000, "8"));

        assertThat(trace.found()).doesNotContain(ALL);
    }
}
