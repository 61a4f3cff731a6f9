package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.DnsLookup;
import org.ringback.network.DnsLookup.Outcome;

/** Names that a server looks for before it can pass a request on. */
class NameLookupsTest {

    private static final Endpoint RESOLVER = new Endpoint("192.0.2.53", 53);

    private final Trace trace = Trace.ofSignaling();

    private void asks(String host, String name, DnsLookup.Type type, Outcome outcome, double wait) {
        asks(host, name, type, outcome, wait, List.of());
    }

    private void asks(
            String host, String name, DnsLookup.Type type, Outcome outcome, double wait, List<String> targets) {
        var client = new Endpoint(trace.address(host).host(), 40_000);
        Sighting query = trace.packet(client, RESOLVER, Sighting.Kind.DNS);
        trace.after(wait);
        Optional<Sighting> answer = outcome == Outcome.UNANSWERED
                ? Optional.empty()
                : Optional.of(trace.packet(RESOLVER, client, Sighting.Kind.DNS));
        trace.seen(new DnsLookup(query, query, answer, name, type, outcome, 0, 2, targets));
    }

    private void invite() {
        trace.from("alice").to("proxy").uri("sip:bob@carrier.example").request("INVITE");
    }

    private void refuses(int status) {
        trace.from("proxy").to("alice").responds(status);
    }

    @ParameterizedTest
    @CsvSource({"NO_NAME, NXDOMAIN", "SERVER_FAILED, SERVFAIL", "REFUSED, REFUSED", "NO_RECORDS, NODATA"})
    void theDomainOfTheRequestIsNotFound(Outcome outcome, String word) {
        invite();
        asks("proxy", "_sip._udp.carrier.example", DnsLookup.Type.SRV, Outcome.NO_NAME, 0.01);
        asks("proxy", "carrier.example", DnsLookup.Type.A, outcome, 0.01);
        refuses(503);

        Finding finding = trace.the("dns-failed");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values())
                .containsEntry("answer", Value.of(word))
                .containsEntry("name", Value.of("carrier.example"))
                .containsEntry("resolver", Value.of("192.0.2.53"));
        assertThat(finding.sightings()).extracting(Sighting::frame).containsExactly(5L, 4L);
    }

    @Test
    void anAddressWithoutServicesIsEnough() {
        invite();
        asks("proxy", "_sip._udp.carrier.example", DnsLookup.Type.SRV, Outcome.NO_NAME, 0.01);
        asks("proxy", "carrier.example", DnsLookup.Type.AAAA, Outcome.NO_RECORDS, 0.01);
        asks("proxy", "carrier.example", DnsLookup.Type.A, Outcome.ANSWERED, 0.01);
        refuses(503);

        assertThat(trace.found()).doesNotContain("dns-failed");
    }

    @Test
    void aNameFromTheSettingsMayBeForSomethingElse() {
        invite();
        asks("proxy", "trunk.other.example", DnsLookup.Type.A, Outcome.NO_NAME, 0.01);
        refuses(503);

        assertThat(trace.the("dns-failed").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whatAnotherHostAsksIsItsOwn() {
        invite();
        asks("elsewhere", "carrier.example", DnsLookup.Type.A, Outcome.NO_NAME, 0.01);
        refuses(503);

        assertThat(trace.found()).doesNotContain("dns-failed");
    }

    @Test
    void whoIsBusyWasFound() {
        invite();
        asks("proxy", "carrier.example", DnsLookup.Type.A, Outcome.NO_NAME, 0.01);
        refuses(486);

        assertThat(trace.found()).doesNotContain("dns-failed");
    }

    @Test
    void nobodyAnswersTheQuestion() {
        invite();
        asks("proxy", "carrier.example", DnsLookup.Type.A, Outcome.UNANSWERED, 5);
        refuses(503);

        assertThat(trace.the("dns-unanswered").values()).containsEntry("tries", Value.of(2));
    }

    @Test
    void theRequestGoesOutWhenTheAnswerIsThere() {
        trace.from("alice").to("proxy").uri("sip:bob@carrier.example").request("INVITE");
        asks("proxy", "carrier.example", DnsLookup.Type.A, Outcome.ANSWERED, 4);
        trace.from("proxy").to("carrier").uri("sip:bob@carrier.example").request("INVITE");
        trace.from("carrier").to("proxy").responds(200);
        trace.from("proxy").to("alice").responds(200);

        Finding finding = trace.the("dns-slow");
        assertThat(finding.values()).containsEntry("wait", Trace.seconds(4));
        assertThat(Trace.frames(finding)).containsExactly(4L);
    }

    @Test
    void aQuickAnswerIsNothingToTell() {
        asks("alice", "carrier.example", DnsLookup.Type.A, Outcome.ANSWERED, 0.1);
        invite();

        assertThat(trace.found()).doesNotContain("dns-slow");
    }

    @Test
    void aSlowAnswerLongBeforeDidNotHoldUpTheRequest() {
        asks("alice", "carrier.example", DnsLookup.Type.A, Outcome.ANSWERED, 4);
        trace.after(5);
        invite();

        assertThat(trace.found()).doesNotContain("dns-slow");
    }

    /** As from the settings: the name does not stand in the request. */
    private void invite(String server) {
        trace.from("alice")
                .to(server)
                .uri("sip:bob@" + trace.address(server).host())
                .request("INVITE");
    }

    private void leadsTo(String server, double wait) {
        asks(
                "alice",
                "_sip._udp.carrier.example",
                DnsLookup.Type.SRV,
                Outcome.ANSWERED,
                wait,
                List.of("gw.carrier.example"));
        asks(
                "alice",
                "gw.carrier.example",
                DnsLookup.Type.A,
                Outcome.ANSWERED,
                0.02,
                List.of(trace.address(server).host()));
    }

    @Test
    void theAnswerThatLeadsToTheServerWasWaitedFor() {
        leadsTo("proxy", 6);
        invite("proxy");

        assertThat(trace.the("dns-slow").values())
                .containsEntry("wait", Trace.seconds(6.02))
                .containsEntry("name", Value.of("_sip._udp.carrier.example"));
    }

    @Test
    void manyShortWaitsAreALongOne() {
        asks("alice", "carrier.example", DnsLookup.Type.NAPTR, Outcome.NO_RECORDS, 0.9);
        asks("alice", "_sip._udp.carrier.example", DnsLookup.Type.SRV, Outcome.NO_NAME, 0.9);
        asks("alice", "carrier.example", DnsLookup.Type.A, Outcome.ANSWERED, 0.9);
        trace.from("alice").to("proxy").uri("sip:bob@carrier.example").request("INVITE");

        assertThat(trace.the("dns-slow").values()).containsEntry("wait", Trace.seconds(2.7));
    }

    @Test
    void aServerThatDoesNotAnswerIsWaitedForBeforeTheNextOneIsAsked() {
        asks("alice", "_sip._udp.carrier.example", DnsLookup.Type.SRV, Outcome.UNANSWERED, 5);
        asks("alice", "carrier.example", DnsLookup.Type.A, Outcome.ANSWERED, 0.02);
        trace.from("alice").to("proxy").uri("sip:bob@carrier.example").request("INVITE");

        assertThat(trace.the("dns-slow").values())
                .containsEntry("wait", Trace.seconds(5.02))
                .containsEntry("name", Value.of("_sip._udp.carrier.example"));
    }

    /** Many ask for both kinds of addresses at once, and wait for both. */
    @Test
    void whoPassesItOnMayWaitInVain() {
        invite();
        asks("proxy", "carrier.example", DnsLookup.Type.A, Outcome.ANSWERED, 0.01);
        asks("proxy", "carrier.example", DnsLookup.Type.AAAA, Outcome.UNANSWERED, 5);
        trace.from("proxy").to("carrier").uri("sip:bob@carrier.example").request("INVITE");

        assertThat(trace.the("dns-slow").values()).containsEntry("wait", Trace.seconds(5.01));
    }

    @Test
    void aQuestionThatFailsBeforeACallIsDialedDidNotHoldItUp() {
        asks("alice", "carrier.example", DnsLookup.Type.A, Outcome.ANSWERED, 0.01);
        asks("alice", "carrier.example", DnsLookup.Type.AAAA, Outcome.UNANSWERED, 5);
        invite();

        assertThat(trace.found()).doesNotContain("dns-slow");
    }

    @Test
    void anAnswerThatLeadsElsewhereWasForSomethingElse() {
        leadsTo("elsewhere", 6);
        invite("proxy");

        assertThat(trace.found()).doesNotContain("dns-slow");
    }

    @Test
    void whatWasAskedForBeforeTheRequestCameWasForAnotherOne() {
        asks("proxy", "_sip._udp.carrier.example", DnsLookup.Type.SRV, Outcome.UNANSWERED, 5);
        invite();
        asks("proxy", "carrier.example", DnsLookup.Type.A, Outcome.ANSWERED, 0.01);
        trace.from("proxy").to("carrier").uri("sip:bob@carrier.example").request("INVITE");

        assertThat(trace.found()).doesNotContain("dns-slow");
    }

    /** The address is known already. */
    @Test
    void theServiceOfTheVeryDomainMayBeWaitedForInVain() {
        asks("alice", "_sip._udp.carrier.example", DnsLookup.Type.SRV, Outcome.UNANSWERED, 9);
        trace.from("alice").to("proxy").uri("sip:bob@carrier.example").request("INVITE");

        assertThat(trace.the("dns-slow").values()).containsEntry("wait", Trace.seconds(9));
    }

    @Test
    void eachRequestHasItsOwnWait() {
        asks("alice", "_sip._udp.carrier.example", DnsLookup.Type.SRV, Outcome.UNANSWERED, 9);
        trace.from("alice").to("proxy").uri("sip:bob@carrier.example").request("INVITE");
        trace.from("proxy").to("alice").responds(407);
        trace.from("alice").to("proxy").inside("ACK");
        asks("alice", "_sip._udp.carrier.example", DnsLookup.Type.SRV, Outcome.UNANSWERED, 6);
        trace.from("alice").to("proxy").cseq(2).uri("sip:bob@carrier.example").request("INVITE");

        assertThat(trace.findings())
                .filteredOn(finding -> finding.kind().id().equals("dns-slow"))
                .extracting(finding -> finding.values().get("wait"))
                .containsExactly(Trace.seconds(9), Trace.seconds(6));
    }

    @Test
    void whatARegistrationWaitedForIsNotTheWaitOfACallAfterIt() {
        asks("alice", "_sip._udp.carrier.example", DnsLookup.Type.SRV, Outcome.UNANSWERED, 4);
        trace.call("registration", "alice", "alice")
                .from("alice")
                .to("proxy")
                .uri("sip:carrier.example")
                .request("REGISTER");
        trace.from("proxy").to("alice").responds(200, "REGISTER");
        trace.call("call-1", "alice", "bob")
                .after(3)
                .from("alice")
                .to("proxy")
                .uri("sip:bob@carrier.example")
                .request("INVITE");

        assertThat(Trace.ids(trace.findings("call-1"))).doesNotContain("dns-slow");
    }
}
