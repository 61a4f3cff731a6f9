package org.ringback.diagnosis.rule.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** What goes wrong with registrations, over several Call-IDs where it must be. */
class RegistrationRulesTest {

    @Test
    void aRefreshAfterTheTimeGrantedIsTooLate() {
        var trace = bound(Trace.ofSignaling(), "alice", 1, 60);
        bound(trace.after(90), "alice", 2, 60);

        var finding = trace.the("registration-refreshed-late");

        assertThat(Trace.frames(finding)).containsExactly(2L, 3L);
        assertThat(finding.values())
                .containsEntry("granted", Trace.seconds(60))
                .containsEntry("after", Trace.seconds(90))
                .containsEntry("gap", Trace.seconds(30))
                .containsEntry("user", Value.of("alice"));
    }

    @Test
    void aRefreshInTimeIsNone() {
        var trace = bound(Trace.ofSignaling(), "alice", 1, 60);
        bound(trace.after(61), "alice", 2, 60);

        assertThat(trace.after(50).found()).isEmpty();
    }

    @Test
    void aRefreshUnderANewCallIdCounts() {
        var trace = bound(Trace.ofSignaling().call("one", "alice", "alice"), "alice", 1, 60);
        bound(trace.after(50).call("two", "alice", "alice"), "alice", 1, 60);

        assertThat(Trace.ids(trace.after(30).findings("one"))).isEmpty();
    }

    @Test
    void aRegistrationThatNobodyRefreshes() {
        var trace = bound(Trace.ofSignaling(), "alice", 1, 60).after(120);

        assertThat(trace.the("registration-not-refreshed").values()).containsEntry("watched", Trace.seconds(120));
        assertThat(trace.the("registration-not-refreshed").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aDeviceThatSignsOffOrWhoseTimeIsUnknownDoesNotLapse() {
        var off = bound(Trace.ofSignaling(), "alice", 1, 60);
        bound(off.after(10), "alice", 2, 0);
        assertThat(off.after(600).found()).isEmpty();

        var untimed = bound(Trace.ofSignaling().untimed(), "alice", 1, 60);
        assertThat(untimed.after(600).found()).isEmpty();
    }

    @Test
    void onAndOffAgainAndAgain() {
        var trace = bound(Trace.ofSignaling(), "alice", 1, 600);
        for (int i = 1; i < 4; i++) {
            bound(trace.after(20), "alice", 2 * i, 0);
            bound(trace.after(1), "alice", 2 * i + 1, 600);
        }

        assertThat(trace.the("registration-flapping").values()).containsEntry("time", Trace.seconds(42));
        assertThat(Trace.frames(trace.the("registration-flapping"))).containsExactly(3L, 7L, 11L);
    }

    @Test
    void aSoftphoneThatIsStartedThreeTimesADayDoesNotFlap() {
        var trace = bound(Trace.ofSignaling(), "alice", 1, 36000);
        for (int i = 1; i < 4; i++) {
            bound(trace.after(3600), "alice", 2 * i, 0);
            bound(trace.after(60), "alice", 2 * i + 1, 36000);
        }

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void anotherContactEachTime() {
        var trace = Trace.ofSignaling();
        for (int i = 1; i < 6; i++) {
            register(trace, "alice", i, "sip:alice@203.0.113.7:" + (40000 + i), 600);
            answer(trace, "alice", i, "<sip:alice@203.0.113.7:" + (40000 + i) + ">;expires=600");
            trace.after(60);
        }

        assertThat(trace.the("contact-changes").values()).containsEntry("count", Value.of(4));
    }

    @Test
    void aNewConnectionHasANewPort() {
        var trace = Trace.ofSignaling().over(Transport.TCP);
        for (int i = 1; i < 6; i++) {
            register(trace, "alice", i, "sip:alice@203.0.113.7:" + (40000 + i), 600);
            answer(trace, "alice", i, "<sip:alice@203.0.113.7:" + (40000 + i) + ">;expires=600");
            trace.after(60);
        }

        assertThat(trace.found()).doesNotContain("contact-changes");
    }

    @Test
    void oneCorrectionOfTheContactIsNoChange() {
        var trace = Trace.ofSignaling();
        register(trace, "alice", 1, "sip:alice@192.168.1.5", 600);
        answer(trace, "alice", 1, "<sip:alice@192.168.1.5>;expires=600");
        for (int i = 2; i < 6; i++) {
            register(trace, "alice", i, "sip:alice@203.0.113.7", 600);
            answer(trace, "alice", i, "<sip:alice@203.0.113.7>;expires=600");
        }

        assertThat(trace.found()).doesNotContain("contact-changes");
    }

    @Test
    void anotherDeviceRemovesEverything() {
        var trace = twoDevices();
        register(trace.after(10).call("two", "alice", "alice"), "laptop", 2, "*", 0);
        trace.from("registrar").to("laptop").cseq(2).responds(200, "REGISTER");
        assertThat(certainty(trace, "deregistered-by-other")).isEqualTo(Certainty.POSSIBLE);

        bound(trace.after(10).call("one", "alice", "alice"), "phone", 2, 600);

        assertThat(certainty(trace, "deregistered-by-other")).isEqualTo(Certainty.LIKELY);
        var finding = trace.findings("one").getFirst();
        assertThat(finding.values())
                .containsEntry("device", Value.of(trace.address("phone")))
                .containsEntry("other", Value.of(trace.address("laptop")));
        assertThat(Trace.frames(finding)).containsExactly(1L, 5L, 6L);
        assertThat(Trace.ids(trace.findings("two"))).doesNotContain("deregistered-by-other");
    }

    @Test
    void thePhoneThatBeginsAnewAtTheSameAddressIsNoOtherDevice() {
        var trace = bound(Trace.ofSignaling().call("one", "alice", "alice"), "phone", 1, 600);
        register(trace.after(10).call("two", "alice", "alice"), "phone", 1, "*", 0);
        trace.from("registrar").to("phone").cseq(1).responds(200, "REGISTER");

        assertThat(Trace.ids(trace.findings("one"))).doesNotContain("deregistered-by-other");
    }

    @Test
    void anotherDeviceThatRemovesItselfTakesNothingAway() {
        var trace = twoDevices();
        bound(trace.after(10).call("two", "alice", "alice"), "laptop", 2, 0);

        assertThat(Trace.ids(trace.findings("one"))).isEmpty();
    }

    @Test
    void aRegistrarThatKeepsOnlyOneContact() {
        var trace = bound(Trace.ofSignaling().call("one", "alice", "alice"), "phone", 1, 600);
        bound(trace.after(10).call("two", "alice", "alice"), "laptop", 1, 600);
        // So far it may be the same phone with another address.
        assertThat(Trace.ids(trace.findings("one"))).isEmpty();

        bound(trace.after(10).call("one", "alice", "alice"), "phone", 2, 600);

        assertThat(certainty(trace, "registration-displaced")).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aRegistrarThatKeepsBoth() {
        var trace = bound(Trace.ofSignaling().call("one", "alice", "alice"), "phone", 1, 600);
        register(trace.after(10).call("two", "alice", "alice"), "laptop", 1, "sip:alice@laptop.example", 600);
        answer(trace, "laptop", 1, "<sip:alice@laptop.example>;expires=600, <sip:alice@phone.example>;expires=590");
        bound(trace.after(10).call("one", "alice", "alice"), "phone", 2, 600);

        assertThat(Trace.ids(trace.findings("one"))).isEmpty();
    }

    @Test
    void aRegistrarThatShortensTheTimeKeepsTheWayOpen() {
        var trace = Trace.ofSignaling();
        for (int i = 1; i < 4; i++) {
            register(trace, "alice", i, "sip:alice@alice.example", 3600);
            answer(trace, "alice", i, "<sip:alice@alice.example>;expires=60");
            trace.after(50);
        }

        assertThat(trace.found()).containsExactly("short-registration");
        assertThat(trace.the("short-registration").values())
                .containsEntry("asked", Trace.seconds(3600))
                .containsEntry("granted", Trace.seconds(60));
    }

    @Test
    void aPhoneThatAsksForLittleGetsWhatItAskedFor() {
        var trace = Trace.ofSignaling();
        for (int i = 1; i < 4; i++) {
            bound(trace, "alice", i, 60).after(50);
        }

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void minExpiresIsIgnored() {
        var trace = tooBrief(1, 60, "Min-Expires: 300");
        register(trace, "alice", 2, "sip:alice@alice.example", 60);

        var finding = trace.the("min-expires-ignored");

        assertThat(Trace.frames(finding)).containsExactly(2L, 3L);
        assertThat(finding.values())
                .containsEntry("asked", Value.of(60))
                .containsEntry("least", Value.of(300))
                .containsEntry("method", Value.of("REGISTER"));
    }

    @Test
    void minExpiresIsHeeded() {
        var trace = tooBrief(1, 60, "Min-Expires: 300");
        bound(trace, "alice", 2, 300);

        assertThat(trace.found()).isEmpty();
    }

    @Test
    void a423MustSayWhatWouldDo() {
        var trace = tooBrief(1, 60, "X-Nothing: here");
        assertThat(trace.found()).contains("min-expires-missing");

        bound(trace, "alice", 2, 3600);
        assertThat(trace.found()).doesNotContain("min-expires-missing");
    }

    private static Trace tooBrief(int cseq, int seconds, String header) {
        var trace = Trace.ofSignaling();
        register(trace, "alice", cseq, "sip:alice@alice.example", seconds);
        return trace.from("registrar").to("alice").cseq(cseq).header(header).responds(423, "REGISTER");
    }

    private static Trace twoDevices() {
        var trace = bound(Trace.ofSignaling().call("one", "alice", "alice"), "phone", 1, 600);
        register(trace.call("two", "alice", "alice"), "laptop", 1, "sip:alice@laptop.example", 600);
        return answer(
                trace, "laptop", 1, "<sip:alice@phone.example>;expires=600, <sip:alice@laptop.example>;expires=600");
    }

    private static Certainty certainty(Trace trace, String id) {
        return trace.findings("one").stream()
                .filter(finding -> finding.kind().id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(Trace.ids(trace.findings("one")).toString()))
                .certainty();
    }

    /** Registers and is the only one that the registrar lists, or removes itself. */
    private static Trace bound(Trace trace, String device, int cseq, int seconds) {
        register(trace, device, cseq, "sip:alice@" + device + ".example", seconds);
        return seconds == 0
                ? trace.from("registrar").to(device).cseq(cseq).responds(200, "REGISTER")
                : answer(trace, device, cseq, "<sip:alice@" + device + ".example>;expires=" + seconds);
    }

    private static Trace register(Trace trace, String device, int cseq, String contact, int seconds) {
        return trace.from(device)
                .to("registrar")
                .cseq(cseq)
                .header("To: <sip:alice@example.com>")
                .header(contact.equals("*") ? "Contact: *" : "Contact: <" + contact + ">")
                .header("Expires: " + seconds)
                .uri("sip:example.com")
                .request("REGISTER");
    }

    private static Trace answer(Trace trace, String device, int cseq, String contacts) {
        return trace.from("registrar")
                .to(device)
                .cseq(cseq)
                .header("Contact: " + contacts)
                .responds(200, "REGISTER");
    }
}
