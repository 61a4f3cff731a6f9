package org.ringback.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.finding.Value;

/** Calls that go in a circle, and strangers who try names and numbers, beside those who only look like it. */
class CirclesAndScannersTest extends StruckCalls {

    private void sentBack(double pause) {
        for (int round = 0; round < 8; round++) {
            String from = round % 2 == 0 ? "pbx" : "trunk";
            String to = round % 2 == 0 ? "trunk" : "pbx";
            trace.call("round-" + round, "alice", "4930999");
            trace.from(from).to(to).request("INVITE");
            trace.after(0.01).from(to).to(from).responds(100);
            trace.after(pause);
        }
    }

    @Test
    void aCircleIsSeenBeforeItEnds() {
        sentBack(0.04);

        assertThat(ids()).contains("incident-call-returns");
    }

    @Test
    void callsBackAndForthWithPausesAreNoCircle() {
        sentBack(20);

        assertThat(ids()).doesNotContain("incident-call-returns");
    }

    @Test
    void twoServersThatSendACallToEachOtherMakeACircle() {
        for (int round = 0; round < 8; round++) {
            String from = round % 2 == 0 ? "pbx" : "trunk";
            String to = round % 2 == 0 ? "trunk" : "pbx";
            trace.call("round-" + round, "alice", "4930999");
            trace.from(from).to(to).request("INVITE");
            trace.after(0.05);
        }
        for (int round = 7; round >= 0; round--) {
            String from = round % 2 == 0 ? "pbx" : "trunk";
            String to = round % 2 == 0 ? "trunk" : "pbx";
            trace.call("round-" + round, "alice", "4930999");
            trace.from(to).to(from).phrase("No").responds(503);
            trace.from(from).to(to).acknowledges();
        }
        assertThat(ids()).containsExactly("incident-call-returns");
        assertThat(only().values()).containsEntry("count", Value.of(8)).containsEntry("number", Value.of("4930999"));
    }

    @Test
    void aCallThatIsPassedOnOnceMakesNoCircle() {
        trace.call("leg-1", "alice", "4930999").from("other").to("pbx").request("INVITE");
        trace.after(0.05)
                .call("leg-2", "alice", "4930999")
                .from("pbx")
                .to("trunk")
                .request("INVITE");
        trace.after(0.05).from("trunk").to("pbx").responds(486);
        trace.call("leg-1", "alice", "4930999").from("pbx").to("other").responds(486);
        assertThat(incidents()).isEmpty();
    }

    private void registers(String host, String user, String header, int status) {
        calls++;
        trace.call("register-" + calls, user, user);
        var request = trace.from(host).to("pbx");
        if (!header.isEmpty()) {
            request.header(header);
        }
        request.request("REGISTER");
        trace.from("pbx").to(host).phrase("No").responds(status, "REGISTER");
        trace.after(0.2);
    }

    @Test
    void whoTriesOneNameAfterAnotherSearchesForAccounts() {
        for (int i = 0; i < 12; i++) {
            registers("stranger", "10" + i, "", i % 3 == 0 ? 401 : 404);
        }
        assertThat(ids()).containsExactly("incident-accounts-tried");
        assertThat(only().values()).containsEntry("count", Value.of(12));
    }

    @Test
    void aGatewayWithWrongPasswordsDoesNotSearch() {
        for (int i = 0; i < 12; i++) {
            registers(
                    "gateway",
                    "10" + i,
                    "Authorization: Digest username=\"10" + i
                            + "\", realm=\"r\", nonce=\"n\", uri=\"sip:r\", response=\"0\"",
                    403);
        }
        assertThat(ids()).doesNotContain("incident-accounts-tried");
    }

    @Test
    void aProgramThatScansSaysItsName() {
        registers("stranger", "100", "User-Agent: friendly-scanner", 404);
        assertThat(only().kind().id()).isEqualTo("incident-scanner");
        assertThat(only().values()).containsEntry("agent", Value.of("friendly-scanner"));
    }

    @Test
    void oneNumberUnderManyPrefixesIsASearchForAWayOut() {
        for (String prefix : List.of("", "0", "00", "9", "900", "011")) {
            calls++;
            trace.call("call-" + calls, "100", prefix + "972591234567");
            trace.from("stranger").to("pbx").request("INVITE");
            trace.after(0.1).from("pbx").to("stranger").phrase("No").responds(404);
            trace.from("stranger").to("pbx").acknowledges();
        }
        assertThat(ids()).contains("incident-prefixes-tried");
    }

    private void asks(String method, int status) {
        for (int i = 0; i < 5; i++) {
            trace.call("ask-" + i, "u" + i, "v" + i);
            trace.from("pbx").to("trunk").request(method);
            trace.from("trunk").to("pbx").phrase("No").responds(status, method);
            trace.after(10);
        }
    }

    @Test
    void whoAnswersOptionsWithAnyCodeIsThere() {
        asks("OPTIONS", 405);

        assertThat(incidents()).isEmpty();
    }

    @Test
    void whoseServerFailsIsNot() {
        asks("OPTIONS", 503);

        assertThat(only().kind().id()).isEqualTo("incident-requests-refused");
    }

    @Test
    void whatIsNoCallIsNotCalledOne() {
        asks("PUBLISH", 489);

        assertThat(only().values()).containsEntry("method", Value.of("PUBLISH")).containsEntry("all", Value.of(5));
    }

    @Test
    void keepAlivesThatAreRefusedAreNoIncident() {
        for (int i = 0; i < 5; i++) {
            trace.call("ask-" + i, "u" + i, "v" + i);
            trace.from("pbx").to("trunk").header("Event: keep-alive").request("NOTIFY");
            trace.from("trunk").to("pbx").responds(489, "NOTIFY");
            trace.after(10);
        }

        assertThat(incidents()).isEmpty();
    }

    private void sentBackWithPrefix(int rounds) {
        trace.call("first", "alice", "201").from("other").to("pbx").request("INVITE");
        trace.after(0.01).from("pbx").to("other").responds(100);
        for (int round = 0; round < rounds; round++) {
            String from = round % 2 == 0 ? "pbx" : "trunk";
            String to = round % 2 == 0 ? "trunk" : "pbx";
            trace.call("round-" + round, "alice", round % 2 == 0 ? "9201" : "201");
            trace.after(0.02).from(from).to(to).request("INVITE");
            trace.after(0.01).from(to).to(from).responds(100);
        }
    }

    @Test
    void aPrefixThatIsAddedAndTakenAwayMakesACircleToo() {
        sentBackWithPrefix(8);

        assertThat(ids()).containsExactly("incident-call-returns");
        assertThat(only().values())
                .containsEntry("number", Value.of("9201"))
                .containsEntry("count", Value.of(8))
                .containsEntry(
                        "first", Value.of(new Endpoint(trace.address("pbx").host(), 0)));
    }

    @Test
    void aForwardingBackAndForthOnceIsNoCircle() {
        sentBackWithPrefix(4);

        assertThat(ids()).doesNotContain("incident-call-returns");
    }
}
