package org.ringback.diagnosis.rule.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.login.Logins.challenges;
import static org.ringback.diagnosis.rule.login.Logins.credentials;
import static org.ringback.diagnosis.rule.login.Logins.register;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;

/** Which credentials that were refused hold a wrong password, and which may be those of somebody else. */
class WrongPasswordTest {

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
        for (int i = 1; i <= 2; i++) {
            trace.after(60).call("reg-" + i, "alice", "alice");
            trace.from("proxy")
                    .to("registrar")
                    .header(proxy + i)
                    .header("Via: SIP/2.0/UDP 192.168.1.1" + i + ":5060;branch=z9hG4bK-" + i)
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
                    .header("Contact: <sip:alice-" + i + "@"
                            + trace.address("sbc").text() + ">")
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
    void somebodyMayTypeAnotherPasswordEachTime() {
        var trace = register(Trace.ofSignaling(), 1, "");
        challenges(trace, 1, "n1", "");
        for (int i = 2; i < 6; i++) {
            register(trace.after(30), i, credentials("alice", "example.com", "n" + (i - 1)));
            challenges(trace, i, "n" + i, "");
        }

        assertThat(trace.the("login-loop").certainty()).isEqualTo(Certainty.LIKELY);
    }

    /** So phones of the IMS begin; the second REGISTER is not in the capture. */
    @Test
    void whoSaysOnlyAtFirstWhoTheyAreGaveNoPasswordYet() {
        String who =
                "Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"\", uri=\"sip:example.com\""
                        + ", response=\"\"";
        var trace = register(Trace.ofSignaling(), 1, who);
        challenges(trace, 1, "n1", "");
        trace.goesOn(60);

        assertThat(trace.found()).doesNotContain("wrong-password", "wrong-nonce", "nonce-refused-unsaid");
    }

    @Test
    void whoGotInWithARequestThatWasNotCapturedIsNotLeftOutside() {
        var trace = register(Trace.ofSignaling(), 1, credentials("alice", "example.com", "of-yesterday"));
        challenges(trace, 1, "n1", "");
        trace.from("registrar")
                .to("alice")
                .header("Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-unseen")
                .header("CSeq: 2 REGISTER")
                .responds(200, "REGISTER");
        trace.goesOn(60);

        assertThat(trace.found()).doesNotContain("wrong-password", "nonce-refused-unsaid");
    }
}
