package org.ringback.diagnosis.rule.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class ForwardingCircleTest {

    private final Trace trace = Trace.ofSignaling();

    private void forwards(String phone, String asked, String named) {
        trace.after(0.01)
                .from("proxy")
                .to(phone)
                .uri("sip:" + asked + "@example.com")
                .request("INVITE");
        trace.from(phone)
                .to("proxy")
                .header("Contact: <sip:" + named + "@example.com>")
                .responds(302);
        trace.from("proxy").to(phone).acknowledges();
    }

    private void ends() {
        trace.from("proxy").to("alice").phrase("Temporarily Unavailable").responds(480);
        trace.from("alice").to("proxy").acknowledges();
    }

    @Test
    void twoPhonesForwardToEachOther() {
        trace.from("alice").to("proxy").request("INVITE");
        forwards("phone-1", "201", "202");
        forwards("phone-2", "202", "201");
        ends();

        var finding = trace.the("forwarding-circle");
        assertThat(Trace.frames(finding)).containsExactly(6L, 3L);
        assertThat(finding.values())
                .containsEntry("one", Value.of("201"))
                .containsEntry("other", Value.of("202"))
                .containsEntry("count", Value.of(2));
        assertThat(trace.found()).doesNotContain("redirect-not-followed");
    }

    @Test
    void aChainOfForwardingsIsNoCircle() {
        trace.from("alice").to("proxy").request("INVITE");
        forwards("phone-1", "201", "202");
        forwards("phone-2", "202", "203");
        ends();

        assertThat(trace.found()).doesNotContain("forwarding-circle");
    }

    @Test
    void theSameNumberAtAnotherServerIsNoCircle() {
        trace.from("alice").to("proxy").request("INVITE");
        forwards("phone-1", "201", "201");
        forwards("phone-2", "201", "201");
        ends();

        assertThat(trace.found()).doesNotContain("forwarding-circle");
    }

    private void leg(String id, String phone, String asked, String named) {
        trace.after(0.02).call(id, "alice", asked);
        forwards(phone, asked, named);
    }

    @Test
    void aPbxFollowsUnderCallIdsOfItsOwn() {
        leg("leg-1", "phone-1", "201", "202");
        leg("leg-2", "phone-2", "202", "201");
        leg("leg-3", "phone-1", "201", "202");

        assertThat(Trace.ids(trace.findings("leg-3"))).contains("forwarding-circle");
    }

    @Test
    void voicemailEndsTheCircle() {
        leg("leg-1", "phone-1", "201", "202");
        leg("leg-2", "phone-2", "202", "201");
        trace.after(0.02).call("voicemail", "alice", "201");
        trace.from("proxy").to("voicemail").request("INVITE");
        trace.from("voicemail").to("proxy").answers();

        assertThat(Trace.ids(trace.findings("leg-2"))).doesNotContain("forwarding-circle");
    }

    private void inside(String code) {
        trace.call("inside", "alice", "201");
        trace.from("alice").to("proxy").request("INVITE");
        leg("leg-1", "phone-1", "201", "202");
        leg("leg-2", "phone-2", "202", "201");
        if (code.equals("200")) {
            trace.after(0.02).call("voicemail", "alice", "*97");
            trace.from("proxy").to("voicemail").request("INVITE");
            trace.from("voicemail").to("proxy").answers();
        }
        trace.after(0.01).call("inside", "alice", "201");
        trace.from("proxy").to("alice").responds(Integer.parseInt(code));
        trace.from("alice").to("proxy").inside("ACK");
    }

    @Test
    void theCallThatGoesInACircleIsNoRedirectionThatNobodyFollowed() {
        inside("480");

        assertThat(Trace.ids(trace.findings("inside")))
                .contains("forwarding-circle")
                .doesNotContain("redirect-not-followed");
    }

    @Test
    void aRedirectionAfterWhichThePbxTookAnotherWayIsNoFailure() {
        inside("200");

        assertThat(Trace.ids(trace.findings("leg-2")))
                .contains("answered-on-other-leg")
                .doesNotContain("redirect-not-followed", "forwarding-circle");
    }

    @Test
    void anotherPhoneRangMeanwhile() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("phone-3").uri("sip:203@example.com").request("INVITE");
        trace.from("phone-3").to("proxy").toTag("third").responds(180);
        forwards("phone-1", "201", "202");
        forwards("phone-2", "202", "201");
        trace.after(20);
        ends();

        assertThat(trace.found()).doesNotContain("forwarding-circle");
    }

    @Test
    void theRedirectionNamesAnotherOneToo() {
        trace.from("alice").to("proxy").request("INVITE");
        forwards("phone-1", "201", "202");
        trace.after(0.01).from("proxy").to("phone-2").uri("sip:202@example.com").request("INVITE");
        trace.from("phone-2")
                .to("proxy")
                .header("Contact: <sip:201@example.com>;q=0.1, <sip:203@example.com>;q=0.9")
                .responds(302);
        trace.from("proxy").to("phone-2").acknowledges();
        trace.after(0.01).from("proxy").to("phone-3").uri("sip:203@example.com").request("INVITE");
        trace.from("phone-3").to("proxy").responds(480);
        ends();

        assertThat(trace.found()).doesNotContain("forwarding-circle");
    }

    @Test
    void twoWhoHideTheirNumbersAreTwoCallers() {
        trace.call("one", "anonymous", "201");
        forwards("phone-1", "201", "202");
        trace.after(6).call("two", "anonymous", "202");
        forwards("phone-2", "202", "201");

        assertThat(Trace.ids(trace.findings("two"))).doesNotContain("forwarding-circle");
    }

    @Test
    void theSameNumberInAnotherDomainIsAnotherOne() {
        trace.from("alice").to("proxy").request("INVITE");
        forwards("phone-1", "201", "202");
        trace.after(0.01).from("proxy").to("phone-2").uri("sip:202@example.com").request("INVITE");
        trace.from("phone-2")
                .to("proxy")
                .header("Contact: <sip:201@mobile.example.net>")
                .responds(302);
        trace.from("proxy").to("phone-2").acknowledges();
        ends();

        assertThat(trace.found()).doesNotContain("forwarding-circle");
    }
}
