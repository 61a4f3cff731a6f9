package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class CalleeNotRegisteredTest {

    private final Trace trace = Trace.ofSignaling();
    private int registrations;

    private void registers(String device, int expires, int granted) {
        trace.call("reg-" + device, "bob", "bob")
                .from(device)
                .to("registrar")
                .cseq(++registrations)
                .header("Contact: <sip:bob@" + trace.address(device).text() + ">")
                .header("Expires: " + expires)
                .request("REGISTER");
        trace.from("registrar")
                .to(device)
                .cseq(registrations)
                .header("Expires: " + granted)
                .responds(200, "REGISTER");
    }

    private void calls(int status) {
        trace.call("call", "alice", "bob")
                .from("alice")
                .to("registrar")
                .uri("sip:bob@example.com")
                .request("INVITE");
        trace.from("registrar").to("alice").refuses(status);
    }

    private java.util.List<String> found() {
        return Trace.ids(trace.findings("call"));
    }

    @Test
    void aRegistrationThatHadRunOut() {
        registers("phone", 3600, 60);
        trace.after(100);
        calls(480);

        assertThat(found()).containsExactly("callee-registration-ran-out");
        assertThat(trace.findings("call").getFirst().values())
                .containsEntry("granted", Trace.seconds(60))
                .containsEntry("after", Trace.seconds(100));
    }

    @Test
    void aPhoneThatSignedOff() {
        registers("phone", 3600, 3600);
        trace.after(100);
        registers("phone", 0, 0);
        trace.after(10);
        calls(404);

        assertThat(found()).containsExactly("callee-deregistered");
    }

    @Test
    void aPhoneThatIsStillThere() {
        registers("phone", 3600, 60);
        trace.after(50);
        calls(480);

        assertThat(found()).doesNotContain("callee-registration-ran-out", "callee-deregistered");
    }

    @Test
    void anotherPhoneOfTheSameUserIsStillThere() {
        registers("phone", 3600, 60);
        registers("tablet", 3600, 3600);
        trace.after(100);
        calls(480);

        assertThat(found()).doesNotContain("callee-registration-ran-out", "callee-deregistered");
    }

    @Test
    void whoIsBusyWasFound() {
        registers("phone", 3600, 60);
        trace.after(100);
        calls(486);

        assertThat(found()).doesNotContain("callee-registration-ran-out");
    }

    @Test
    void whoTheNetworkCallsBusyWasFound() {
        registers("phone", 3600, 60);
        trace.after(100)
                .call("call", "alice", "bob")
                .from("alice")
                .to("registrar")
                .request("INVITE");
        trace.from("registrar").to("alice").header("Reason: Q.850;cause=17").responds(480);

        assertThat(found()).containsExactly("line-busy");
    }

    private void registered(String... answer) {
        trace.call("login", "bob", "bob")
                .from("phone")
                .to("registrar")
                .header("Contact: <sip:bob@198.51.100.50>")
                .request("REGISTER");
        var step = trace.from("registrar").to("phone");
        for (String line : answer) {
            step.header(line);
        }
        step.responds(200, "REGISTER");
        trace.after(5);
    }

    @Test
    void aRegistrarThatKeptNothing() {
        registered();
        calls(480);

        assertThat(found()).containsExactly("callee-binding-not-kept");
        assertThat(trace.findings("call").getFirst().values()).containsEntry("user", Value.of("bob"));
    }

    @Test
    void aRegistrarThatNamesTheContact() {
        registered("Contact: <sip:bob@198.51.100.50>;expires=600");
        calls(480);

        assertThat(found()).doesNotContain("callee-binding-not-kept");
    }

    @Test
    void aRegistrarThatNamesTheTimeOnly() {
        registered("Expires: 600");
        calls(480);

        assertThat(found()).doesNotContain("callee-binding-not-kept");
    }

    @Test
    void aRegistrarThatNamesNothingAndFindsThePhone() {
        registered();
        calls(486);

        assertThat(found()).doesNotContain("callee-binding-not-kept");
    }

    @Test
    void aPhoneThatIsCalledAllTheSame() {
        registered();
        trace.call("before", "carol", "bob").from("registrar").to("phone").request("INVITE");
        trace.from("phone").to("registrar").responds(180);
        trace.after(9);
        calls(480);

        assertThat(found()).doesNotContain("callee-binding-not-kept");
    }
}
