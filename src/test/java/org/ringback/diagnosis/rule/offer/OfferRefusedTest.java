package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Offers that are missing, or are none for a browser. */
class OfferRefusedTest {

    private static final String WHOLE = audio(
            "UDP/TLS/RTP/SAVPF",
            "198.51.100.1",
            4000,
            "8",
            "a=fingerprint:sha-256 AA:BB",
            "a=setup:actpass",
            "a=ice-ufrag:abcd",
            "a=ice-pwd:abcdefghijklmnopqrstuv",
            "a=rtcp-mux");

    private final Trace trace = new Trace();

    private void calls(String uri, String sdp, int status) {
        var step = trace.from("alice").to("bob").uri(uri).header("Contact: <sip:alice@198.51.100.1>");
        (sdp.isEmpty() ? step : step.sdp(sdp)).request("INVITE");
        trace.from("bob").to("alice").responds(status);
    }

    @ParameterizedTest
    @CsvSource({"488, LIKELY", "415, LIKELY", "400, POSSIBLE"})
    void anInviteWithoutAnOffer(int status, Certainty certainty) {
        calls("sip:bob@198.51.100.2", "", status);

        assertThat(trace.the("late-offer-refused").certainty()).isEqualTo(certainty);
    }

    @Test
    void anInviteWithoutAnOfferToSomebodyWhoIsBusy() {
        calls("sip:bob@198.51.100.2", "", 486);

        assertThat(trace.found()).doesNotContain("late-offer-refused");
    }

    @Test
    void anInviteWithAnOffer() {
        calls("sip:bob@198.51.100.2", audio("198.51.100.1", 4000, "8"), 488);

        assertThat(trace.found()).contains("codecs-refused").doesNotContain("late-offer-refused");
    }

    @Test
    void aBrowserIsOfferedPlainSound() {
        calls("sip:x1@k.invalid;transport=ws", audio("198.51.100.1", 4000, "8"), 488);

        assertThat(trace.the("webrtc-offer-incomplete").values())
                .containsEntry(
                        "missing",
                        Value.of(java.util.List.of("UDP/TLS/RTP/SAVPF", "a=fingerprint", "a=ice-ufrag", "a=rtcp-mux")));
        assertThat(trace.found()).doesNotContain("codecs-refused");
    }

    @Test
    void aBrowserIsOfferedAllItWants() {
        calls("sip:x1@k.invalid;transport=ws", WHOLE, 488);

        assertThat(trace.found()).doesNotContain("webrtc-offer-incomplete");
    }

    @Test
    void aPhoneIsOfferedPlainSound() {
        calls("sip:bob@198.51.100.2;transport=tcp", audio("198.51.100.1", 4000, "8"), 488);

        assertThat(trace.found()).doesNotContain("webrtc-offer-incomplete");
    }

    private static String ofBrowser(String address, int port, String... more) {
        String[] lines = {"a=fingerprint:sha-256 AA:BB", "a=setup:actpass", "a=ice-ufrag:abcd", "a=rtcp-mux"};
        return audio("UDP/TLS/RTP/SAVPF", address, port, "8", lines) + "\n" + String.join("\n", more);
    }

    @Test
    void aBrowserThatDidNotWaitForItsCandidates() {
        calls("sip:9196@198.51.100.2", ofBrowser("0.0.0.0", 9), 488);

        assertThat(trace.the("offer-without-candidates").values())
                .containsEntry("sender", Value.of(trace.address("alice")))
                .containsEntry("refuser", Value.of(trace.address("bob")));
        assertThat(trace.found()).doesNotContain("srtp-refused", "codecs-refused");
    }

    @Test
    void aBrowserThatNamesWhereItIs() {
        String candidate = "a=candidate:1 1 udp 2130706431 198.51.100.1 4000 typ host";
        calls("sip:9196@198.51.100.2", ofBrowser("0.0.0.0", 9, candidate), 488);

        assertThat(trace.found()).contains("srtp-refused").doesNotContain("offer-without-candidates");
    }

    @Test
    void aServerWithIceLiteMayNameItsAddressInTheOldWayOnly() {
        calls("sip:9196@198.51.100.2", ofBrowser("198.51.100.1", 4000), 488);

        assertThat(trace.found()).doesNotContain("offer-without-candidates");
    }

    @Test
    void whoTakesItAllTheSameFindsTheWayByTheChecks() {
        calls("sip:9196@198.51.100.2", ofBrowser("0.0.0.0", 9), 200);

        assertThat(trace.found()).doesNotContain("offer-without-candidates");
    }
}
