package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.evidence.Passport;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class CallerIdentityTest {

    private static final long NOW = Trace.START / 1_000_000;

    private static String identity(String claims) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return "Identity: "
                + base64.encodeToString("{\"alg\":\"ES256\",\"ppt\":\"shaken\"}".getBytes(StandardCharsets.UTF_8))
                + "." + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2lnbmF0dXJl;info=<https://cert.example.org/passport.cer>;alg=ES256;ppt=\"shaken\"";
    }

    private static String signed(String level, long at) {
        return identity("{\"attest\":\"" + level + "\",\"iat\":" + at + ",\"orig\":{\"tn\":\"12155551212\"}}");
    }

    private static Trace refused(String header, int status, String phrase, String answer) {
        var trace = new Trace().call("call-1", "12155551212", "12155551213");
        trace.from("sbc").to("verifier").header(header).request("INVITE");
        trace.from("verifier").to("sbc").phrase(phrase).header(answer).responds(status);
        return trace;
    }

    private static Trace refused(String header, int status) {
        return refused(header, status, "Not Now", "Server: x");
    }

    @Test
    void noSignature() {
        var finding = refused("Subject: x", 428).the("identity-missing");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
    }

    @Test
    void aSignatureThatDidNotCount() {
        assertThat(refused(signed("A", NOW), 428).found())
                .contains("identity-not-taken")
                .doesNotContain("identity-missing");
    }

    @Test
    void certificateAndSignature() {
        assertThat(refused(signed("A", NOW), 436).found()).contains("identity-certificate-unreachable");
        assertThat(refused(signed("A", NOW), 437).found()).contains("identity-certificate-refused");
        assertThat(refused(signed("A", NOW - 30), 438).found()).contains("identity-invalid");
    }

    @Test
    void anOldSignature() {
        var finding = refused(signed("A", NOW - 300), 438).the("identity-stale");

        assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(finding.values()).containsEntry("age", Value.of(Duration.ofMinutes(5)));
        assertThat(refused(signed("A", NOW - 300), 403, "Stale Date", "Server: x")
                        .the("identity-stale")
                        .certainty())
                .isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void theVerifierSaysBesideTheCodeWhatItFound() {
        assertThat(refused(
                                signed("A", NOW - 300),
                                438,
                                "Invalid Identity Header",
                                "Reason: STIR;cause=403;text=\"Stale Date\"")
                        .the("identity-stale")
                        .certainty())
                .isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void aCertificateIsNotRefusedForTheAgeOfTheSignature() {
        assertThat(refused(signed("A", NOW - 300), 436).found())
                .contains("identity-certificate-unreachable")
                .doesNotContain("identity-stale");
    }

    @Test
    void anyOther403IsNotAboutTheSignature() {
        assertThat(refused(signed("A", NOW - 300), 403, "Forbidden", "Server: x")
                        .found())
                .doesNotContain("identity-stale", "identity-not-taken");
    }

    @Test
    void blockedByANetworkWithAWeakSignature() {
        var trace = refused(
                signed("C", NOW),
                603,
                "Network Blocked",
                "Reason: SIP;cause=603;text=\"v=analytics1;url=https://example.com\";location=RLN");

        assertThat(trace.the("network-blocked").values())
                .containsEntry(
                        "reason", Value.of("SIP;cause=603;text=\"v=analytics1;url=https://example.com\";location=RLN"))
                .containsEntry("caller", Value.of("12155551212"));
        assertThat(trace.the("weak-attestation").values()).containsEntry("level", Value.of("C"));
    }

    @Test
    void aCauseOfTheNetworkInABlockIsPartOfIt() {
        var trace =
                refused("Subject: x", 603, "Network Blocked", "Reason: Q.850;cause=21;text=\"v=analytics1;tel=+1\"");

        assertThat(trace.found()).contains("network-blocked").doesNotContain("cause-subscriber");
    }

    @Test
    void declinedByThePerson() {
        var trace = refused(signed("C", NOW), 603, "Decline", "Reason: SIP;cause=603");

        assertThat(trace.found()).doesNotContain("network-blocked", "weak-attestation");
    }

    @Test
    void unwantedAndRejected() {
        assertThat(refused(signed("A", NOW), 607).found())
                .contains("call-unwanted")
                .doesNotContain("weak-attestation");
        assertThat(refused("Subject: x", 608).found()).contains("call-blocked");
        assertThat(refused("Subject: x", 608, "Rejected", "Call-Info: <https://example.net/card>;purpose=jwscard")
                        .found())
                .contains("call-blocked-with-contact")
                .doesNotContain("call-blocked");
    }

    @Test
    void hostileSignatures() {
        assertThat(Passport.read("a.b")).isEmpty();
        assertThat(Passport.read("..sig;info=<https://x>")).isEmpty();
        assertThat(Passport.read("a.!!!.c")).isEmpty();
        assertThat(Passport.read("a.bm90IGpzb24.c")).isEmpty();
        assertThat(Passport.read("a." + "W1tb".repeat(1500) + ".c")).isEmpty();
        assertThat(Passport.read("a." + "W1tb".repeat(100_000) + ".c")).isEmpty();
        for (String claims : new String[] {
            "[]", "1", "{}", "{\"iat\":1e999}", "{\"iat\":-5}", "{\"iat\":9223372036854775807}", "{\"attest\":{}}"
        }) {
            assertThat(refused(identity(claims), 438).found()).as(claims).contains("identity-invalid");
        }
    }

    @Test
    void whatWasSignedOnAHopThatIsMissingMaySayOtherwise() {
        assertThat(refused(signed("A", NOW), 437)
                        .the("identity-certificate-refused")
                        .certainty())
                .isEqualTo(Certainty.CERTAIN);
        assertThat(refused("Subject: x", 437)
                        .the("identity-certificate-refused")
                        .certainty())
                .isEqualTo(Certainty.LIKELY);
        assertThat(refused("Subject: x", 428).the("identity-missing").certainty())
                .isEqualTo(Certainty.CERTAIN);
    }

    private static Trace shown(String caller, String asserted) {
        var trace = new Trace().call("call-1", caller, "12155551213");
        trace.from("sbc")
                .to("verifier")
                .header(signed("A", NOW))
                .header(asserted)
                .request("INVITE");
        trace.from("verifier").to("sbc").responds(438);
        return trace;
    }

    @Test
    void theNumberWasChangedBehindTheSigning() {
        var finding = shown("+12125550147", "Subject: x").the("identity-for-other-number");

        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.values()).containsEntry("signed", Value.of("12155551212"));
    }

    @Test
    void eitherHeaderMayHaveTheNumberThatWasSigned() {
        assertThat(shown("+12125550147", "P-Asserted-Identity: <sip:+12155551212@sbc.example>")
                        .found())
                .contains("identity-invalid")
                .doesNotContain("identity-for-other-number");
        assertThat(shown("2155551212", "Subject: x").found()).doesNotContain("identity-for-other-number");
    }

    @Test
    void whoIsNotNamedByNumberCannotDiffer() {
        assertThat(shown("anonymous", "Privacy: id").found()).doesNotContain("identity-for-other-number");
    }

    /** A forwarding adds a signature of its own (RFC 8946), and the order of headers says nothing. */
    @Test
    void anySignatureMayBeForTheNumberThatCalls() {
        var trace = new Trace().call("call-1", "12155551212", "12155551213");
        trace.from("sbc")
                .to("verifier")
                .header(identity("{\"attest\":\"A\",\"iat\":" + NOW + ",\"orig\":{\"tn\":\"13035550122\"}}"))
                .header(signed("A", NOW))
                .request("INVITE");
        trace.from("verifier").to("sbc").responds(438);

        assertThat(trace.found()).contains("identity-invalid").doesNotContain("identity-for-other-number");
    }
}
