package org.ringback.diagnosis.rule.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.login.Logins.challenges;
import static org.ringback.diagnosis.rule.login.Logins.credentials;
import static org.ringback.diagnosis.rule.login.Logins.register;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Challenges and their nonces: answered with another one, too late, or never. */
class NoncesTest {

    @Test
    void aNonceThatNobodyIssued() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("alice", "example.com", "made-up"));
        challenges(trace, 2, "n2", "");

        assertThat(trace.the("wrong-nonce").values())
                .containsEntry("sent", Value.of("made-up"))
                .containsEntry("issued", Value.of("n1"));
        assertThat(trace.found()).containsExactly("wrong-nonce");
    }

    @Test
    void challengedAndNeverBack() {
        var trace = Trace.ofSignaling();
        trace.from("carrier").to("pbx").request("INVITE");
        trace.from("pbx")
                .to("carrier")
                .header("WWW-Authenticate: Digest realm=\"asterisk\", nonce=\"n1\"")
                .responds(401);
        trace.from("carrier").to("pbx").acknowledges();
        assertThat(trace.after(2).found()).doesNotContain("no-credentials");

        var finding = trace.after(30).the("no-credentials");

        assertThat(Trace.frames(finding)).containsExactly(1L, 2L);
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values()).containsEntry("client", Value.of(trace.address("carrier")));
    }

    @Test
    void aResponseWhoseRequestWasNotCapturedSaysNothingAboutCredentials() {
        var trace = Trace.ofSignaling();
        trace.raw("pbx", "carrier", """
            SIP/2.0 401 Unauthorized\r
            Via: SIP/2.0/UDP 198.51.100.7;branch=z9hG4bK-1\r
            From: <sip:a@example.com>;tag=a\r
            To: <sip:b@example.com>;tag=b\r
            Call-ID: call-1\r
            CSeq: 2 INVITE\r
            WWW-Authenticate: Digest realm="asterisk", nonce="n1"\r
            \r
            """);

        assertThat(trace.after(60).found()).doesNotContain("no-credentials", "wrong-password");
    }

    @Test
    void aStaleNonceThatIsRenewedIsNormal() {
        var trace = register(Trace.ofSignaling(), 7, credentials("alice", "example.com", "old"));
        challenges(trace, 7, "n1", ", stale=TRUE");
        register(trace, 8, credentials("alice", "example.com", "n1"));
        trace.from("registrar").to("alice").cseq(8).responds(200, "REGISTER");

        assertThat(trace.found()).containsExactly("stale-nonce");
        assertThat(Trace.frames(trace.the("stale-nonce"))).containsExactly(1L, 2L, 4L);
    }

    @Test
    void everyNonceStaleIsALoop() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        for (int i = 2; i < 5; i++) {
            register(trace, i, credentials("alice", "example.com", "n" + (i - 1)));
            challenges(trace, i, "n" + i, ", stale=true");
        }

        assertThat(trace.found()).containsExactly("stale-nonce-loop");
        assertThat(trace.the("stale-nonce-loop").values()).containsEntry("count", Value.of(3));
        assertThat(trace.the("stale-nonce-loop").certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void aNonceThatIsKeptForLongMayReallyBeTooOld() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        for (int i = 2; i < 5; i++) {
            register(trace.after(600), i, credentials("alice", "example.com", "n" + (i - 1)));
            challenges(trace, i, "n" + i, ", stale=true");
        }

        assertThat(trace.the("stale-nonce-loop").certainty()).isEqualTo(Certainty.LIKELY);
    }
}
