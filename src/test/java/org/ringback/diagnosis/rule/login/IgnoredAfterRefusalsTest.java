package org.ringback.diagnosis.rule.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.login.Logins.challenges;
import static org.ringback.diagnosis.rule.login.Logins.credentials;
import static org.ringback.diagnosis.rule.login.Logins.register;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** Devices that are not answered any more after logins that were refused. */
class IgnoredAfterRefusalsTest {

    private final Trace trace = Trace.ofSignaling();

    private int cseq;

    private void refusedLogins(int count) {
        for (int i = 0; i < count; i++) {
            register(trace.after(1), ++cseq, "");
            challenges(trace, cseq, "n" + cseq, "");
            register(trace, ++cseq, credentials("alice", "example.com", "n" + (cseq - 1)));
            challenges(trace, cseq, "n" + cseq, "");
        }
    }

    private void silence(int repeats) {
        cseq++;
        for (int i = 0; i <= repeats; i++) {
            register(trace.after(4), cseq, "");
        }
    }

    @Test
    void anAddressThatIsBlocked() {
        refusedLogins(4);
        silence(9);

        var finding = trace.the("register-ignored-after-refusals");

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values())
                .containsEntry("refused", Value.of(4))
                .containsEntry("repeats", Value.of(9))
                .containsEntry("receiver", Value.of(trace.address("registrar")));
        assertThat(trace.found()).doesNotContain("register-unanswered");
    }

    @Test
    void aDeviceThatBeginsAnewEachTime() {
        for (int i = 1; i <= 3; i++) {
            trace.call("reg-" + i, "alice", "alice");
            cseq = 0;
            refusedLogins(1);
        }
        trace.call("reg-4", "alice", "alice");
        cseq = 0;
        silence(9);

        assertThat(Trace.ids(trace.findings("reg-4")))
                .contains("register-ignored-after-refusals")
                .doesNotContain("register-unanswered");
        assertThat(Trace.ids(trace.findings("reg-3"))).doesNotContain("register-ignored-after-refusals");
    }

    @Test
    void aServerThatIsGoneAfterOneRefusal() {
        refusedLogins(1);
        silence(9);

        assertThat(trace.found()).contains("register-unanswered").doesNotContain("register-ignored-after-refusals");
    }

    @Test
    void theLastLoginWasAccepted() {
        refusedLogins(4);
        register(trace, ++cseq, credentials("alice", "example.com", "n" + (cseq - 1)));
        trace.from("registrar").to("alice").cseq(cseq).responds(200, "REGISTER");
        silence(9);

        assertThat(trace.found()).doesNotContain("register-ignored-after-refusals");
    }

    @Test
    void challengesThatAreAnsweredWellAreNoRefusals() {
        for (int i = 0; i < 4; i++) {
            register(trace.after(60), ++cseq, "");
            challenges(trace, cseq, "n" + cseq, "");
            register(trace, ++cseq, credentials("alice", "example.com", "n" + (cseq - 1)));
            trace.from("registrar").to("alice").cseq(cseq).responds(200, "REGISTER");
        }
        silence(9);

        assertThat(trace.found()).doesNotContain("register-ignored-after-refusals");
    }

    @Test
    void refusedAndStillAnswered() {
        refusedLogins(5);

        assertThat(trace.after(60).found()).doesNotContain("register-ignored-after-refusals");
    }

    private Trace silenceWhile(String client, boolean answered) {
        refusedLogins(4);
        cseq++;
        for (int i = 0; i < 9; i++) {
            register(trace.after(4), cseq, "");
            if (i == 3) {
                trace.call("other", "carol", "carol")
                        .from(client)
                        .to("registrar")
                        .request("REGISTER");
                if (answered) {
                    trace.from("registrar").to(client).responds(200, "REGISTER");
                }
                trace.call("login", "alice", "alice");
            }
        }
        return trace;
    }

    @Test
    void aServerThatAnswersNobodyIsGone() {
        trace.call("login", "alice", "alice");

        assertThat(Trace.ids(silenceWhile("carol", false).findings("login")))
                .doesNotContain("register-ignored-after-refusals");
    }

    @Test
    void anotherPhoneAtTheSameAddressIsAnswered() {
        trace.call("login", "alice", "alice");
        trace.host("second", trace.address("alice").host(), 5070);

        assertThat(Trace.ids(silenceWhile("second", true).findings("login")))
                .doesNotContain("register-ignored-after-refusals");
    }

    @Test
    void othersElsewhereAreAnswered() {
        trace.call("login", "alice", "alice");

        assertThat(Trace.ids(silenceWhile("carol", true).findings("login")))
                .contains("register-ignored-after-refusals");
    }

    @Test
    void refusalsBy403() {
        for (int i = 0; i < 3; i++) {
            register(trace.after(1), ++cseq, "");
            challenges(trace, cseq, "n" + cseq, "");
            register(trace, ++cseq, credentials("alice", "example.com", "n" + (cseq - 1)));
            trace.from("registrar").to("alice").cseq(cseq).responds(403, "REGISTER");
        }
        silence(9);

        assertThat(trace.found()).contains("register-ignored-after-refusals");
    }
}
