package org.ringback.diagnosis.rule.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.login.Logins.challenges;
import static org.ringback.diagnosis.rule.login.Logins.credentials;
import static org.ringback.diagnosis.rule.login.Logins.digest;
import static org.ringback.diagnosis.rule.login.Logins.register;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Credentials that do not fit the challenge: name, URI, realm, protection and algorithm. */
class LoginRulesTest {

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

    @ParameterizedTest
    @CsvSource({"asterisk, true", "example.com, false"})
    void credentialsForAnotherRealmThatAreForbidden(String realm, boolean told) {
        var trace = Trace.ofSignaling();
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy")
                .to("alice")
                .header("Proxy-Authenticate: Digest realm=\"example.com\", nonce=\"n1\"")
                .responds(407);
        trace.from("alice").to("proxy").acknowledges();
        trace.from("alice")
                .to("proxy")
                .cseq(2)
                .header("Proxy-Authorization: Digest username=\"alice\", realm=\"" + realm
                        + "\", nonce=\"n1\", uri=\"sip:bob@example.com\", response=\"aa\"")
                .request("INVITE");
        trace.from("proxy").to("alice").cseq(2).responds(403);

        assertThat(trace.found().contains("realm-mismatch")).isEqualTo(told);
        assertThat(trace.found().contains("forbidden-after-login")).isEqualTo(!told);
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
        assertThat(trace.goesOn(2).found()).containsExactly("ended-with-challenge");
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

    private static List<String> challengedAgainAndAgain(int times) {
        var trace = Trace.ofSignaling();
        for (int i = 0; i < times; i++) {
            trace.from("alice").to("proxy").request("REGISTER");
            trace.after(0.1)
                    .from("proxy")
                    .to("alice")
                    .header("WWW-Authenticate: Digest realm=\"pbx.example\", nonce=\"n1\"")
                    .responds(401, "REGISTER");
            trace.after(2);
        }
        return trace.after(60).found();
    }

    @Test
    void whoRepeatsTheRequestHasNotGotTheChallenge() {
        assertThat(challengedAgainAndAgain(4)).doesNotContain("no-credentials").contains("final-response-not-arriving");
    }

    @Test
    void oneRepetitionMayHaveCrossedTheChallenge() {
        assertThat(challengedAgainAndAgain(2)).contains("no-credentials");
    }

    /** It answers with what it has counted instead of the response, and gets another challenge (RFC 3310, 3.4). */
    @Test
    void aSimCardThatIsOutOfStepLacksNothing() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        register(
                trace,
                2,
                credentials("alice", "example.com", "n1").replaceAll("response=\"[^\"]*\"", "response=\"\"")
                        + ", auts=\"MTIzNDU2Nzg5MDEyMzQ=\"");
        challenges(trace, 2, "n2", "");
        register(trace, 3, credentials("alice", "example.com", "n2"));
        trace.from("registrar").to("alice").cseq(3).responds(200, "REGISTER");

        assertThat(trace.found()).isEmpty();
    }
}
