package org.ringback.diagnosis.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;

/** Challenges and what became of them: the password, the nonce, the realm, the algorithm, and 403. */
class LoginRulesTest {

    @Test
    void credentialsRejectedWithANewNonceAreWrong() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("alice", "example.com", "n1"));
        challenges(trace, 2, "n2", "");

        var finding = trace.the("wrong-password");

        assertThat(Trace.frames(finding)).containsExactly(2L, 3L, 4L);
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values())
                .containsEntry("user", Value.of("alice"))
                .containsEntry("realm", Value.of("example.com"))
                .containsEntry("count", Value.of(1))
                .containsEntry("server", Value.of(trace.address("registrar")));
        assertThat(finding.origin()).map(Origin::firstSaidBy).contains(trace.address("registrar"));
        assertThat(trace.found()).doesNotContain("login-name-differs", "login-loop", "digest-uri-differs");
    }

    @Test
    void aChallengeAnsweredWithSuccessIsNotWorthAWord() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("alice", "example.com", "n1"));
        trace.from("registrar").to("alice").cseq(2).responds(200, "REGISTER");

        assertThat(trace.after(60).found()).isEmpty();
    }

    @Test
    void anOldNonceThatIsRefusedWithoutStaleIsNoWrongPasswordIfTheNextOneIsAccepted() {
        var trace = register(Trace.ofSignaling(), 7, credentials("alice", "example.com", "of-yesterday"));
        challenges(trace, 7, "n1", "");
        register(trace, 8, credentials("alice", "example.com", "n1"));
        trace.from("registrar").to("alice").cseq(8).responds(200, "REGISTER");

        assertThat(trace.after(60).found()).isEmpty();
    }

    @Test
    void anOldNonceAfterWhichTheClientGivesUpIsOnlyPossiblyAWrongPassword() {
        var trace = register(Trace.ofSignaling(), 7, credentials("alice", "example.com", "of-yesterday"));
        challenges(trace, 7, "n1", "");

        assertThat(trace.found()).containsExactly("ended-with-second-challenge");
        assertThat(trace.after(60).the("wrong-password").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aLoginNameThatIsNotTheNumberIsAHint() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("auth-4711", "example.com", "n1"));
        challenges(trace, 2, "n2", "");

        assertThat(trace.found()).contains("wrong-password", "login-name-differs");
        assertThat(trace.the("login-name-differs").values())
                .containsEntry("login", Value.of("auth-4711"))
                .containsEntry("user", Value.of("alice"));
    }

    @Test
    void aLoginNameWithItsDomainIsTheSame() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("alice@example.com", "example.com", "n1"));
        challenges(trace, 2, "n2", "");

        assertThat(trace.found()).containsExactly("wrong-password");
    }

    @Test
    void aSignatureForAnotherUriIsAHintAndAMissingPortIsNot() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        String credentials = credentials("alice", "example.com", "n1");
        register(trace, 2, credentials.replace("sip:alice@example.com", "sip:other.example"));
        challenges(trace, 2, "n2", "");
        assertThat(trace.the("digest-uri-differs").values()).containsEntry("signed", Value.of("sip:other.example"));

        var loose = register(Trace.ofSignaling(), 1, "");
        challenges(loose, 1, "n1", "");
        register(loose, 2, credentials.replace("@example.com", "@EXAMPLE.com:5060"));
        challenges(loose, 2, "n2", "");
        assertThat(loose.found()).doesNotContain("digest-uri-differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:alice@example.com:6060", "sip:alice@example.com;transport=udp"})
    void aPortOrParameterThatTheSignatureLacksComesBeforeThePassword(String asked) {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        trace.from("alice")
                .to("registrar")
                .cseq(2)
                .header("To: <sip:alice@example.com>")
                .header(credentials("alice", "example.com", "n1"))
                .uri(asked)
                .request("REGISTER");
        challenges(trace, 2, "n2", "");

        assertThat(trace.found()).containsExactly("digest-uri-differs", "wrong-password");
        assertThat(trace.the("wrong-password").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void theSameLoginThatWasAcceptedBeforeIsNoWrongPassword() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("alice", "example.com", "n1"));
        trace.from("registrar").to("alice").cseq(2).responds(200, "REGISTER");
        trace.after(60);
        register(trace, 3, credentials("alice", "example.com", "n1"));
        challenges(trace, 3, "n2", "");
        trace.goesOn(60);

        assertThat(trace.the("nonce-refused-unsaid").values()).containsEntry("user", Value.of("alice"));
        assertThat(trace.found()).doesNotContain("wrong-password");
    }

    private static Trace onOneAccount(String other) {
        var trace = Trace.ofSignaling().call("reg-1", "alice", "alice");
        trace.from(other)
                .to("registrar")
                .cseq(2)
                .header(credentials("alice", "example.com", "n1"))
                .request("REGISTER");
        trace.from("registrar")
                .to(other)
                .cseq(2)
                .header("Contact: <sip:alice@" + trace.address(other).host() + ">;expires=600")
                .responds(200, "REGISTER");
        trace.after(60).call("reg-2", "alice", "alice");
        register(trace, 1, "");
        challenges(trace, 1, "n2", "");
        register(trace, 2, credentials("alice", "example.com", "n2"));
        challenges(trace, 2, "n3", "");
        return trace.goesOn(60);
    }

    @Test
    void anotherPhoneOnTheAccountMayHaveAnotherPassword() {
        assertThat(Trace.ids(onOneAccount("desk").findings("reg-2")))
                .contains("wrong-password")
                .doesNotContain("nonce-refused-unsaid");
    }

    @Test
    void theSamePhoneWasAcceptedWithAnotherCallId() {
        assertThat(Trace.ids(onOneAccount("alice").findings("reg-2")))
                .contains("nonce-refused-unsaid")
                .doesNotContain("wrong-password");
    }

    /** Behind a proxy all come from one address. */
    @Test
    void anotherPhoneBehindTheSameProxyMayHaveAnotherPassword() {
        var trace = Trace.ofSignaling().call("reg-1", "alice", "alice");
        String proxy = "Via: SIP/2.0/UDP 198.51.100.99:5060;branch=z9hG4bK-p-";
        String phone = "Via: SIP/2.0/UDP 192.168.1.%d:5060;branch=z9hG4bK-%d";
        for (int i = 1; i <= 2; i++) {
            trace.after(60).call("reg-" + i, "alice", "alice");
            trace.from("proxy")
                    .to("registrar")
                    .header(proxy + i)
                    .header(phone.formatted(10 + i, i))
                    .header(credentials("alice", "example.com", "n" + i))
                    .request("REGISTER");
            if (i == 1) {
                trace.from("registrar")
                        .to("proxy")
                        .header("Contact: <sip:alice@192.168.1.11>;expires=600")
                        .responds(200, "REGISTER");
            } else {
                trace.from("registrar")
                        .to("proxy")
                        .header("WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n3\"")
                        .responds(401, "REGISTER");
            }
        }
        trace.goesOn(60);

        assertThat(Trace.ids(trace.findings("reg-2")))
                .contains("wrong-password")
                .doesNotContain("nonce-refused-unsaid");
    }

    /** An SBC asks in its own name, so all phones behind it seem to be one host. */
    @Test
    void anotherPhoneBehindTheSameSbcMayHaveAnotherPassword() {
        var trace = Trace.ofSignaling();
        for (int i = 1; i <= 2; i++) {
            trace.after(60)
                    .call("reg-" + i, "alice", "alice")
                    .from("sbc")
                    .to("registrar")
                    .header("Contact: <sip:alice-" + i + "@" + trace.address("sbc").text() + ">")
                    .header(credentials("alice", "example.com", "n" + i))
                    .request("REGISTER");
            var answer = trace.from("registrar").to("sbc");
            if (i == 1) {
                answer.header("Contact: <sip:alice-1@198.51.100.1>;expires=600").responds(200, "REGISTER");
            } else {
                answer.header("WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n3\"")
                        .responds(401, "REGISTER");
            }
        }
        trace.goesOn(60);

        assertThat(Trace.ids(trace.findings("reg-2")))
                .contains("wrong-password")
                .doesNotContain("nonce-refused-unsaid");
    }

    @Test
    void aLoginThatWasAcceptedForSomebodyElseProvesNothing() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("bob", "example.com", "n1"));
        trace.from("registrar").to("alice").cseq(2).responds(200, "REGISTER");
        trace.after(60);
        register(trace, 3, credentials("alice", "example.com", "n1"));
        challenges(trace, 3, "n2", "");
        trace.goesOn(60);

        assertThat(trace.found()).contains("wrong-password").doesNotContain("nonce-refused-unsaid");
    }

    @Test
    void aLoginWithoutWhatItsProtectionNeeds() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", ", qop=\"auth\"");
        register(trace, 2, credentials("alice", "example.com", "n1") + ", qop=auth");
        trace.from("registrar").to("alice").cseq(2).responds(400, "REGISTER");

        assertThat(trace.the("digest-field-missing").values())
                .containsEntry("fields", Value.of(List.of("nc", "cnonce")));
    }

    @Test
    void aLoginWithAProtectionThatNobodyOffered() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", ", qop=\"auth\"");
        register(trace, 2, credentials("alice", "example.com", "n1") + ", qop=auth-int, nc=00000001, cnonce=\"c\"");
        challenges(trace, 2, "n2", ", qop=\"auth\"");

        assertThat(trace.the("digest-field-differs").values())
                .containsEntry("field", Value.of("qop"))
                .containsEntry("sent", Value.of("auth-int"))
                .containsEntry("asked", Value.of("auth"));
        assertThat(trace.found()).doesNotContain("wrong-password");
    }

    @Test
    void aLoginThatFitsIsNotPickedAt() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", ", qop=\"auth,auth-int\", opaque=\"o\"");
        register(
                trace,
                2,
                credentials("alice", "example.com", "n1") + ", qop=auth, nc=00000001, cnonce=\"c\", opaque=\"o\"");
        challenges(trace, 2, "n2", ", qop=\"auth,auth-int\", opaque=\"o\"");

        assertThat(trace.found())
                .contains("wrong-password")
                .doesNotContain("digest-field-missing", "digest-field-differs");
    }

    @Test
    void repeatingRejectedCredentialsIsALoop() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        for (int i = 2; i < 6; i++) {
            register(trace.after(1), i, credentials("alice", "example.com", "n" + (i - 1)));
            challenges(trace, i, "n" + i, "");
        }

        assertThat(trace.the("login-loop").values()).containsEntry("count", Value.of(4));
        assertThat(trace.the("login-loop").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(trace.the("wrong-password").values()).containsEntry("count", Value.of(4));
        assertThat(Trace.frames(trace.the("login-loop"))).containsExactly(3L, 5L, 7L, 9L);
    }

    @Test
    void credentialsForAnotherRealm() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("alice", "asterisk", "n1"));
        challenges(trace, 2, "n2", "");

        var finding = trace.the("realm-mismatch");

        assertThat(finding.values())
                .containsEntry("sent", Value.of("asterisk"))
                .containsEntry("asked", Value.of("example.com"));
        assertThat(Trace.frames(finding)).containsExactly(2L, 3L, 4L);
        assertThat(trace.after(60).found()).containsExactly("realm-mismatch");
    }

    @Test
    void aSecondServerWithItsOwnRealmIsNoMismatch() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header("Proxy-Authenticate: Digest realm=\"proxy.example\", nonce=\"p1\"")
                .responds(407);
        trace.from("alice")
                .to("proxy")
                .cseq(2)
                .header("Proxy-Authorization: " + digest("alice", "proxy.example", "p1"))
                .request("INVITE");
        trace.from("proxy")
                .to("alice")
                .cseq(2)
                .header("WWW-Authenticate: Digest realm=\"carrier.example\", nonce=\"c1\"")
                .responds(401);
        assertThat(trace.found()).containsExactly("ended-with-challenge");
        assertThat(trace.after(60).the("no-credentials").values()).containsEntry("realm", Value.of("carrier.example"));

        trace.from("alice")
                .to("proxy")
                .cseq(3)
                .header("Proxy-Authorization: " + digest("alice", "proxy.example", "p1"))
                .header("Authorization: " + digest("alice", "carrier.example", "c1"))
                .request("INVITE");
        trace.from("proxy").to("alice").cseq(3).responds(486);
        assertThat(trace.found()).doesNotContain("no-credentials", "realm-mismatch", "wrong-password");
    }

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
    void anAlgorithmThatWasNotOffered() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", ", algorithm=SHA-256");
        register(trace, 2, credentials("alice", "example.com", "n1"));
        challenges(trace, 2, "n2", ", algorithm=SHA-256");

        assertThat(trace.the("algorithm-mismatch").values())
                .containsEntry("sent", Value.of("MD5"))
                .containsEntry("offered", Value.of(List.of("SHA-256")));
        assertThat(trace.found()).containsExactly("algorithm-mismatch");
    }

    @Test
    void ofSeveralAlgorithmsOneIsEnough() {
        var trace = register(Trace.ofSignaling(), 1, "");
        trace.from("registrar")
                .to("alice")
                .header("WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n1\", algorithm=SHA-256")
                .header("WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n1\", algorithm=MD5")
                .responds(401, "REGISTER");
        register(trace, 2, credentials("alice", "example.com", "n1"));
        challenges(trace, 2, "n2", "");

        assertThat(trace.found()).containsExactly("wrong-password");
    }

    @Test
    void onlyNewAlgorithmsMaySilenceAnOldPhone() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", ", algorithm=SHA-256");

        assertThat(trace.after(60).found()).containsExactly("algorithm-not-answered");
        assertThat(trace.the("algorithm-not-answered").certainty()).isEqualTo(Certainty.POSSIBLE);
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
    void a403ToACallOfSomeoneWhoIsRegisteredIsAboutRights() {
        var trace = Trace.ofSignaling().call("reg-1", "alice", "alice");
        register(trace, 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("alice", "example.com", "n1"));
        trace.from("registrar")
                .to("alice")
                .cseq(2)
                .header("Contact: <sip:alice@198.51.100.1>;expires=600")
                .responds(200, "REGISTER");
        refusedCall(trace.call("call-1", "alice", "bob"));

        var finding = trace.findings("call-1").stream()
                .filter(one -> one.kind().id().equals("forbidden-after-login"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values()).containsEntry("phrase", new Value.Code(403, "No International"));
        assertThat(trace.findings("reg-1")).isEmpty();
    }

    @Test
    void a403AfterCredentialsThatNothingElseProves() {
        var trace = refusedCall(Trace.ofSignaling());

        assertThat(trace.the("forbidden-after-login").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void a403WithoutCredentialsIsNotAboutThem() {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(403);

        assertThat(trace.found()).doesNotContain("forbidden-after-login");
    }

    @Test
    void a403WhoseWarningSpeaksOfThePassword() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials("alice", "example.com", "n1"));
        trace.from("registrar")
                .to("alice")
                .cseq(2)
                .header("Warning: 399 pbx \"Wrong password\"")
                .responds(403, "REGISTER");

        assertThat(trace.the("forbidden-for-password").values()).containsEntry("phrase", Value.of("Wrong password"));
        assertThat(trace.found()).doesNotContain("register-forbidden");
    }

    @Test
    void a403ToRegister() {
        var asked = register(Trace.ofSignaling(), 1, "");
        challenges(asked, 1, "n1", "");
        register(asked, 2, credentials("alice", "example.com", "n1"));
        asked.from("registrar").to("alice").cseq(2).responds(403, "REGISTER");
        assertThat(asked.found()).contains("register-forbidden").doesNotContain("register-forbidden-unasked");

        var unasked = register(Trace.ofSignaling(), 1, "");
        unasked.from("registrar").to("alice").responds(403, "REGISTER");
        assertThat(unasked.found()).contains("register-forbidden-unasked").doesNotContain("register-forbidden");
    }

    private static Trace refusedCall(Trace trace) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header("Proxy-Authenticate: Digest realm=\"example.com\", nonce=\"n1\"")
                .responds(407);
        trace.from("alice")
                .to("proxy")
                .cseq(2)
                .header("Proxy-Authorization: " + digest("alice", "example.com", "n1"))
                .request("INVITE");
        return trace.from("proxy")
                .to("alice")
                .cseq(2)
                .phrase("No International")
                .responds(403);
    }

    private static Trace register(Trace trace, int cseq, String credentials) {
        var step = trace.from("alice").to("registrar").cseq(cseq).header("Contact: <sip:alice@198.51.100.1:5060>");
        step.header("To: <sip:alice@example.com>");
        if (!credentials.isEmpty()) {
            step.header(credentials);
        }
        return step.uri("sip:alice@example.com").request("REGISTER");
    }

    private static void challenges(Trace trace, int cseq, String nonce, String more) {
        trace.from("registrar")
                .to("alice")
                .cseq(cseq)
                .header("WWW-Authenticate: Digest realm=\"example.com\", nonce=\"" + nonce + "\"" + more)
                .responds(401, "REGISTER");
    }

    private static String credentials(String user, String realm, String nonce) {
        return "Authorization: " + digest(user, realm, nonce);
    }

    private static String digest(String user, String realm, String nonce) {
        return "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                + "\", uri=\"sip:alice@example.com\", response=\"0123456789abcdef0123456789abcdef\"";
    }

    @Test
    void somebodyMayTypeAnotherPasswordEachTime() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        for (int i = 2; i < 6; i++) {
            register(trace.after(30), i, credentials("alice", "example.com", "n" + (i - 1)));
            challenges(trace, i, "n" + i, "");
        }

        assertThat(trace.the("login-loop").certainty()).isEqualTo(Certainty.LIKELY);
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
