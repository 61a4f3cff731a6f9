package org.ringback.diagnosis.rule.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.login.Logins.challenges;
import static org.ringback.diagnosis.rule.login.Logins.credentials;
import static org.ringback.diagnosis.rule.login.Logins.digest;
import static org.ringback.diagnosis.rule.login.Logins.register;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class OtherLoginTest {

    private final Trace trace = Trace.ofSignaling();

    private void registersAs(String user) {
        trace.call("reg", "alice", "alice");
        register(trace, 1, "");
        challenges(trace, 1, "n1", "");
        register(trace, 2, credentials(user, "example.com", "n1"));
        trace.from("registrar").to("alice").cseq(2).responds(200, "REGISTER");
    }

    private void logsInAs(String user, String server, String realm) {
        trace.after(10).call("call", "alice", "bob");
        trace.from("alice").to(server).request("INVITE");
        trace.from(server)
                .to("alice")
                .header("Proxy-Authenticate: Digest realm=\"" + realm + "\", nonce=\"n2\"")
                .responds(407);
        trace.from("alice").to(server).acknowledges();
        trace.from("alice")
                .to(server)
                .cseq(2)
                .header("Proxy-Authorization: " + digest(user, realm, "n2"))
                .request("INVITE");
    }

    private void callsAs(String user, int status) {
        logsInAs(user, "registrar", "example.com");
        var told = trace.from("registrar").to("alice").cseq(2);
        if (status == 407) {
            told.header("Proxy-Authenticate: Digest realm=\"example.com\", nonce=\"n3\"");
        }
        told.responds(status);
    }

    @Test
    void theCallLogsInByItsNumber() {
        registersAs("customer");
        callsAs("alice", 403);

        assertThat(Trace.ids(trace.findings("call")))
                .contains("login-unlike-registration")
                .doesNotContain("forbidden-after-login");
        assertThat(trace.findings("call").getFirst().values())
                .containsEntry("user", Value.of("alice"))
                .containsEntry("registered", Value.of("customer"));
    }

    @Test
    void theCallIsAskedAgain() {
        registersAs("customer");
        callsAs("alice", 407);

        assertThat(Trace.ids(trace.findings("call"))).contains("login-unlike-registration");
    }

    @Test
    void theNameIsTheSame() {
        registersAs("customer");
        callsAs("customer", 403);

        assertThat(Trace.ids(trace.findings("call"))).doesNotContain("login-unlike-registration");
    }

    @Test
    void bothNamesAreTaken() {
        registersAs("customer");
        callsAs("alice", 200);

        assertThat(Trace.ids(trace.findings("call"))).doesNotContain("login-unlike-registration");
    }

    @Test
    void twoServersWithTheSameRealm() {
        trace.call("reg", "alice", "alice");
        register(trace, 1, "");
        trace.from("registrar")
                .to("alice")
                .header("WWW-Authenticate: Digest realm=\"asterisk\", nonce=\"n1\"")
                .responds(401, "REGISTER");
        register(trace, 2, credentials("customer", "asterisk", "n1"));
        trace.from("registrar").to("alice").cseq(2).responds(200, "REGISTER");
        logsInAs("alice", "other", "asterisk");
        trace.from("other").to("alice").cseq(2).responds(403);

        assertThat(Trace.ids(trace.findings("call"))).doesNotContain("login-unlike-registration");
    }

    private void callsAsAliceAndHears(int progress, String reason) {
        logsInAs("alice", "registrar", "example.com");
        if (progress > 0) {
            trace.after(1).from("registrar").to("alice").cseq(2).responds(progress);
        }
        var told = trace.after(1).from("registrar").to("alice").cseq(2);
        if (!reason.isEmpty()) {
            told.header(reason);
        }
        told.responds(403);
    }

    @Test
    void aCallThatRangWasLetIn() {
        registersAs("customer");
        callsAsAliceAndHears(183, "");

        assertThat(Trace.ids(trace.findings("call"))).doesNotContain("login-unlike-registration");
    }

    @Test
    void theNetworkBehindRefuses() {
        registersAs("customer");
        callsAsAliceAndHears(0, "Reason: Q.850;cause=57;text=\"bearer capability not authorized\"");

        assertThat(Trace.ids(trace.findings("call"))).doesNotContain("login-unlike-registration");
    }

    @Test
    void theDestinationIsBarred() {
        registersAs("customer");
        callsAsAliceAndHears(0, "Warning: 399 carrier \"International calls are barred\"");

        assertThat(Trace.ids(trace.findings("call"))).doesNotContain("login-unlike-registration");
    }
}
