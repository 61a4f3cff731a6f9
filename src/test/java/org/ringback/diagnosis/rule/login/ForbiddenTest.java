package org.ringback.diagnosis.rule.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.login.Logins.challenges;
import static org.ringback.diagnosis.rule.login.Logins.credentials;
import static org.ringback.diagnosis.rule.login.Logins.digest;
import static org.ringback.diagnosis.rule.login.Logins.register;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Whether a 403 is about the password or about what somebody may do. */
class ForbiddenTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"Authentication failed", "Forbidden (Bad auth)", "Invalid credentials"})
    void a403WhosePhraseSpeaksOfTheLogin(String phrase) {
        var trace = refusedCall(Trace.ofSignaling(), phrase);

        assertThat(trace.found()).contains("forbidden-for-password").doesNotContain("forbidden-after-login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"User not authorized", "Authenticated user not allowed", "No authorization for this number"})
    void a403WhosePhraseSpeaksOfARight(String phrase) {
        var trace = refusedCall(Trace.ofSignaling(), phrase);

        assertThat(trace.found()).contains("forbidden-after-login").doesNotContain("forbidden-for-password");
    }

    @Test
    void a403OfTheTrunkIsNotAboutTheLoginAtThePbx() {
        var trace = Trace.ofSignaling().call("inside", "alice", "4930123456");
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
        trace.call("outside", "alice", "4930123456").after(0.01);
        trace.from("proxy").to("trunk").request("INVITE");
        trace.after(0.1).from("trunk").to("proxy").phrase("Forbidden").responds(403);
        trace.from("proxy").to("trunk").acknowledges();
        trace.call("inside", "alice", "4930123456").after(0.01);
        trace.from("proxy").to("alice").cseq(2).phrase("Forbidden").responds(403);

        assertThat(Trace.ids(trace.findings("inside"))).isNotEmpty().doesNotContain("forbidden-after-login");
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
        return refusedCall(trace, "No International");
    }

    private static Trace refusedCall(Trace trace, String phrase) {
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
        return trace.from("proxy").to("alice").cseq(2).phrase(phrase).responds(403);
    }
}
