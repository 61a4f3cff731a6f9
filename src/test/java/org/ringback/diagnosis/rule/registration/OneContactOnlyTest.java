package org.ringback.diagnosis.rule.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

class OneContactOnlyTest {

    private static final String LOGIN =
            "Authorization: Digest username=\"bob\", realm=\"r\", nonce=\"n\", uri=\"sip:r\", response=\"0\"";

    private final Trace trace = Trace.ofSignaling();

    private void registers(String callId, String device, int status) {
        String contact = "Contact: <sip:bob@" + trace.address(device).host() + ">;expires=600";
        trace.call(callId, "bob", "bob");
        trace.after(10).from(device).to("pbx").header(contact).header(LOGIN).request("REGISTER");
        trace.from("pbx").to(device).header(contact).responds(status, "REGISTER");
    }

    @Test
    void aSecondDeviceIsRefusedWhileTheFirstHoldsTheAccount() {
        registers("desk", "bob", 200);
        registers("cordless", "carol", 403);

        var found = trace.findings("cordless");
        assertThat(Trace.ids(found)).contains("register-held-by-other", "register-forbidden");
        var held = found.stream()
                .filter(finding -> finding.kind().id().equals("register-held-by-other"))
                .findFirst()
                .orElseThrow();
        assertThat(held.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(held.values()).containsEntry("other", Value.of(trace.address("bob")));
    }

    @Test
    void twoDevicesThatAreBothLetInAreNoLimit() {
        registers("desk", "bob", 200);
        registers("cordless", "carol", 200);
        registers("cordless-2", "carol", 403);

        assertThat(Trace.ids(trace.findings("cordless-2")))
                .contains("register-forbidden")
                .doesNotContain("register-held-by-other");
    }

    @Test
    void anAccountThatIsBlockedForBothIsHeldByNobody() {
        registers("desk", "bob", 200);
        registers("cordless", "carol", 403);
        registers("desk-2", "bob", 403);

        assertThat(Trace.ids(trace.findings("cordless"))).doesNotContain("register-held-by-other");
    }

    @Test
    void aRegistrationThatHadRunOutHoldsNothing() {
        registers("desk", "bob", 200);
        trace.after(700);
        registers("cordless", "carol", 403);

        assertThat(Trace.ids(trace.findings("cordless"))).doesNotContain("register-held-by-other");
    }

    @Test
    void aDeviceThatSignedOffHoldsNothing() {
        registers("desk", "bob", 200);
        trace.call("desk-off", "bob", "bob");
        trace.after(5)
                .from("bob")
                .to("pbx")
                .header("Contact: *")
                .header("Expires: 0")
                .header(LOGIN)
                .request("REGISTER");
        trace.from("pbx").to("bob").responds(200, "REGISTER");
        registers("cordless", "carol", 403);

        assertThat(Trace.ids(trace.findings("cordless"))).doesNotContain("register-held-by-other");
    }

    @Test
    void whereTheServerSaysThatThePasswordIsWrongNobodyHoldsTheAccount() {
        registers("desk", "bob", 200);
        String contact = "Contact: <sip:bob@" + trace.address("carol").host() + ">;expires=600";
        trace.call("cordless", "bob", "bob");
        trace.after(10).from("carol").to("pbx").header(contact).header(LOGIN).request("REGISTER");
        trace.from("pbx").to("carol").phrase("Forbidden (wrong password)").responds(403, "REGISTER");

        assertThat(Trace.ids(trace.findings("cordless")))
                .contains("forbidden-for-password")
                .doesNotContain("register-held-by-other");
    }
}
