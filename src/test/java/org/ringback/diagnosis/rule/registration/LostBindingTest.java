package org.ringback.diagnosis.rule.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Value;

class LostBindingTest {

    private final Trace trace = Trace.ofSignaling()
            .host("phone", "192.0.2.77", 40001)
            .host("inner", "192.168.1.9", 5060)
            .host("server", "203.0.113.20", 5060);

    private void registers(String id, String contact) {
        trace.call(id, "bob", "bob");
        trace.from("phone")
                .to("server")
                .header("Contact: <sip:bob@" + contact + ">")
                .header("Expires: 3600")
                .request("REGISTER");
        trace.from("server")
                .to("phone")
                .header("Contact: <sip:bob@" + contact + ">;expires=3600")
                .responds(200, "REGISTER");
    }

    private void calls(String where) {
        trace.call("call-1", "alice", "bob");
        for (int i = 0; i < 7; i++) {
            trace.after(i == 0 ? 0 : 5).from("server").to(where).request("INVITE");
        }
        trace.goesOn(10);
    }

    private List<String> found() {
        return Trace.ids(trace.findings("call-1"));
    }

    @Test
    void theRouterHasForgottenTheWay() {
        registers("reg-1", "192.168.1.9:5060");
        trace.after(600);
        calls("phone");

        assertThat(found()).contains("nat-binding-aged-out");
        var finding = trace.findings("call-1").stream()
                .filter(each -> each.kind().id().equals("nat-binding-aged-out"))
                .findFirst()
                .orElseThrow();
        assertThat(Trace.frames(finding)).containsExactly(3L, 1L);
        assertThat(finding.values())
                .containsEntry("span", Trace.seconds(600))
                .containsEntry("phone", Value.of(trace.address("phone")));
    }

    @Test
    void thePhoneHasRegisteredFromAnotherPortSince() {
        registers("reg-1", "192.168.1.9:5060");
        trace.after(20).host("phone", "192.0.2.77", 41022);
        registers("reg-2", "192.168.1.9:5060");
        trace.after(20).host("phone", "192.0.2.77", 40001);
        calls("phone");

        assertThat(found())
                .contains("called-at-former-address")
                .doesNotContain("nat-binding-aged-out", "invite-unanswered-udp");
        var finding = trace.findings("call-1").getFirst();
        assertThat(Trace.frames(finding)).containsExactly(5L, 3L, 1L);
        assertThat(finding.values())
                .containsEntry("now", Value.of(new Endpoint("192.0.2.77", 41022)))
                .containsEntry("span", Trace.seconds(20));
    }

    @Test
    void twoPhonesOfOneUserBehindOneRouter() {
        registers("reg-1", "192.168.1.9:5060");
        trace.after(20).host("phone", "192.0.2.77", 41022);
        registers("reg-2", "192.168.1.10:5060");
        trace.after(20).host("phone", "192.0.2.77", 40001);
        calls("phone");

        assertThat(found()).doesNotContain("called-at-former-address");
    }

    @Test
    void bothAddressesAreCalled() {
        registers("reg-1", "192.168.1.9:5060");
        trace.after(20).host("phone", "192.0.2.77", 41022);
        registers("reg-2", "192.168.1.9:5060");
        trace.after(20).call("call-2", "alice", "bob");
        trace.from("server").to("phone").request("INVITE");
        trace.from("phone").to("server").responds(180);
        trace.host("phone", "192.0.2.77", 40001);
        calls("phone");

        assertThat(found()).doesNotContain("called-at-former-address");
    }

    @Test
    void aPhoneThatWasJustHeardIsNotForgotten() {
        registers("reg-1", "192.168.1.9:5060");
        trace.after(600);
        registers("reg-2", "192.168.1.9:5060");
        trace.after(5);
        calls("phone");

        assertThat(found()).doesNotContain("nat-binding-aged-out");
    }

    @Test
    void aPhoneThatAnswersThePingOfTheServerIsNotForgotten() {
        registers("reg-1", "192.168.1.9:5060");
        trace.after(600).call("ping", "server", "bob");
        trace.from("server").to("phone").request("OPTIONS");
        trace.from("phone").to("server").responds(200, "OPTIONS");
        trace.after(5);
        calls("phone");

        assertThat(found()).doesNotContain("nat-binding-aged-out");
    }

    @Test
    void aPhoneWithoutNatNeedsNoWay() {
        registers("reg-1", "192.0.2.77:40001");
        trace.after(600);
        calls("phone");

        assertThat(found()).doesNotContain("nat-binding-aged-out", "registered-private-target");
    }

    @Test
    void theServerCallsThePrivateAddress() {
        registers("reg-1", "192.168.1.9:5060");
        trace.after(20);
        calls("inner");

        assertThat(found()).contains("registered-private-target");
        var finding = trace.findings("call-1").stream()
                .filter(each -> each.kind().id().equals("registered-private-target"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.values())
                .containsEntry("seen", Value.of(trace.address("phone")))
                .containsEntry("target", Value.of(trace.address("inner")));
    }

    @Test
    void whoAnswersThereIsThere() {
        registers("reg-1", "192.168.1.9:5060");
        trace.after(600).call("call-1", "alice", "bob");
        trace.from("server").to("inner").request("INVITE");
        trace.from("inner").to("server").responds(486);

        assertThat(found()).doesNotContain("nat-binding-aged-out", "registered-private-target");
    }

    @Test
    void twoPhonesThatTakeTurns() {
        registers("reg-2", "192.168.1.9:5060");
        trace.after(20).host("phone", "192.0.2.77", 41022);
        registers("reg-1", "192.168.1.9:5060");
        trace.after(20).host("phone", "192.0.2.77", 40001);
        registers("reg-3", "192.168.1.9:5060");
        trace.after(20).host("phone", "192.0.2.77", 41022);
        registers("reg-4", "192.168.1.9:5060");
        trace.after(5).host("phone", "192.0.2.77", 40001);
        calls("phone");

        assertThat(found()).doesNotContain("called-at-former-address");
    }

    private void registersAs(String id, String more) {
        trace.call(id, "bob", "bob");
        trace.from("phone")
                .to("server")
                .header("Contact: <sip:bob@192.168.1.9:5060>" + (more.startsWith("+") ? ";" + more : ""))
                .header(more.startsWith("+") ? "Expires: 3600" : more)
                .request("REGISTER");
        trace.from("server").to("phone").responds(200, "REGISTER");
    }

    @Test
    void twoHomesInWhichThePhoneHasTheSameAddress() {
        registersAs("reg-1", "User-Agent: Yealink T46 66.86.0.15");
        trace.after(20).host("phone", "203.0.113.200", 41022);
        registersAs("reg-2", "User-Agent: Zoiper rv2.10");
        trace.after(20).host("phone", "192.0.2.77", 40001);
        calls("phone");

        assertThat(found()).doesNotContain("called-at-former-address");
    }

    @Test
    void twoInstancesOfOneKind() {
        registersAs("reg-1", "+sip.instance=\"<urn:uuid:00000000-0000-1000-8000-0004f2000001>\"");
        trace.after(20).host("phone", "203.0.113.200", 41022);
        registersAs("reg-2", "+sip.instance=\"<urn:uuid:00000000-0000-1000-8000-0004f2000002>\"");
        trace.after(20).host("phone", "192.0.2.77", 40001);
        calls("phone");

        assertThat(found()).doesNotContain("called-at-former-address");
    }
}
