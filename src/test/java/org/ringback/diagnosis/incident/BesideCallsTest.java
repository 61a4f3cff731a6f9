package org.ringback.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.CertificateFault;
import org.ringback.network.CertificateFault.Flaw;
import org.ringback.network.CertificateFault.Verdict;
import org.ringback.network.ClientHello;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.DnsLookup;
import org.ringback.network.DnsLookup.Outcome;
import org.ringback.network.ShownCertificate;
import org.ringback.network.TlsAlert;

/** Connections that never came about and domains that nobody found, where no message shows it. */
class BesideCallsTest {

    private static final Endpoint PHONE = new Endpoint("192.0.2.21", 42_000);
    private static final Endpoint SERVER = new Endpoint("192.0.2.5", 5061);
    private static final Endpoint RESOLVER = new Endpoint("192.0.2.53", 53);

    /** What every test that names a kind has found. */
    static final Set<String> KINDS =
            new TreeSet<>(Set.of("incident-domain-not-found", "incident-dns-silent", "incident-server-not-found"));

    private final Trace trace = Trace.ofSignaling();

    private void refused(Endpoint server) {
        refused(PHONE, server);
        trace.after(2);
    }

    private void refused(Endpoint client, Endpoint server) {
        Sighting opening = trace.packet(client, server, Sighting.Kind.TCP);
        trace.seen(new ConnectionRefused(trace.packet(server, client, Sighting.Kind.TCP), opening));
    }

    private void registers(double later, int status) {
        trace.host("phone", PHONE.host(), 5060).host("server", SERVER.host(), 5060);
        trace.after(later).from("phone").to("server").request("REGISTER");
        trace.from("server").to("phone").responds(status, "REGISTER");
    }

    private void findsServers(String name, String... targets) {
        Sighting query = trace.packet(PHONE, RESOLVER, Sighting.Kind.DNS);
        Sighting answer = trace.packet(RESOLVER, PHONE, Sighting.Kind.DNS);
        trace.seen(new DnsLookup(
                query, query, Optional.of(answer), name, DnsLookup.Type.SRV, Outcome.ANSWERED, 0, 1, List.of(targets)));
    }

    private void asks(String name, DnsLookup.Type type, Outcome outcome) {
        Sighting query = trace.packet(PHONE, RESOLVER, Sighting.Kind.DNS);
        Optional<Sighting> answer = outcome == Outcome.UNANSWERED
                ? Optional.empty()
                : Optional.of(trace.packet(RESOLVER, PHONE, Sighting.Kind.DNS));
        trace.seen(new DnsLookup(query, query, answer, name, type, outcome, 0, 2));
    }

    @Test
    void aConnectionThatIsRefusedAgainAndAgainIsToldOnce() {
        refused(SERVER);
        refused(SERVER);

        assertThat(Noticed.ids(trace)).containsExactly("connection-refused");
        assertThat(Noticed.in(trace).getFirst().calls()).isEmpty();
        assertThat(Noticed.in(trace).getFirst().finding().certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(Noticed.in(trace).getFirst().finding().sightings())
                .extracting(Sighting::frame)
                .containsExactly(2L, 1L);
    }

    @Test
    void whoGoesOnOverAnotherTransportIsNotKeptOut() {
        refused(PHONE, SERVER);
        registers(0.1, 200);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void whoIsKeptOutByTheOtherTransportTooIsTold() {
        refused(PHONE, SERVER);
        registers(0.1, 403);

        assertThat(Noticed.ids(trace)).containsExactly("connection-refused");
    }

    @Test
    void whatWorksMuchLaterIsNoWayAround() {
        refused(PHONE, SERVER);
        registers(40, 200);

        assertThat(Noticed.ids(trace)).containsExactly("connection-refused");
    }

    private void knocks(String stranger) {
        registers(0, 200);
        refused(new Endpoint(stranger, 50_000), SERVER);
        refused(new Endpoint(stranger, 50_001), new Endpoint(SERVER.host(), 5060));
    }

    @Test
    void aStrangerWhoTriesOneDoorAfterTheOtherIsRightlyRefused() {
        knocks("203.0.113.66");

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void aDeviceOfTheHouseThatTriesTwoDoorsIsTold() {
        knocks("192.168.1.66");

        assertThat(Noticed.ids(trace)).containsExactly("connection-refused", "connection-refused");
    }

    @Test
    void aStrangerWhoTriesTheSameDoorAgainMayBeAPhone() {
        registers(0, 200);
        refused(new Endpoint("203.0.113.66", 50_000), SERVER);
        refused(new Endpoint("203.0.113.66", 50_001), SERVER);

        assertThat(Noticed.ids(trace)).containsExactly("connection-refused");
    }

    @Test
    void aPageOnTheWebIsNoSip() {
        refused(new Endpoint("192.0.2.5", 443));

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void whatIsToldOfACallIsNotToldAgain() {
        trace.host("proxy", PHONE.host(), 5060);
        trace.from("alice").to("proxy").request("INVITE");
        refused(SERVER);
        trace.from("proxy").to("alice").responds(503);

        assertThat(trace.found()).contains("connection-refused");
        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void anAlertAboutACertificateOfWhichMoreIsKnownIsNotToldBesideIt() {
        Sighting sent = trace.packet(PHONE, SERVER, Sighting.Kind.TLS);
        Sighting came = trace.packet(SERVER, PHONE, Sighting.Kind.TLS);
        var hello = new ClientHello(sent, "sip.example.com", List.of(0x0303));
        var shown = new ShownCertificate("CN=x", List.of("sip.example.com"), 0, 1);
        trace.seen(new CertificateFault(came, hello, shown, Set.of(Flaw.EXPIRED), Verdict.REFUSED))
                .seen(new TlsAlert(trace.packet(PHONE, SERVER, Sighting.Kind.TLS), 2, 45, Optional.of(hello)));

        assertThat(Noticed.ids(trace)).containsExactly("certificate-expired");
    }

    @Test
    void aDomainOfWhichNothingIsFoundIsTold() {
        asks("_sip._udp.example.com", DnsLookup.Type.SRV, Outcome.NO_NAME);
        asks("example.com", DnsLookup.Type.A, Outcome.NO_NAME);

        assertThat(Noticed.ids(trace)).containsExactly("incident-domain-not-found");
        assertThat(Noticed.in(trace).getFirst().finding().values())
                .containsEntry("name", Value.of("example.com"))
                .containsEntry("count", Value.of(4));
    }

    private Certainty certaintyOfTheDomain() {
        assertThat(Noticed.ids(trace)).containsExactly("incident-domain-not-found");
        return Noticed.in(trace).getFirst().finding().certainty();
    }

    private void nothingIsFoundOf(String name) {
        asks("_sip._udp." + name, DnsLookup.Type.SRV, Outcome.NO_NAME);
        asks(name, DnsLookup.Type.A, Outcome.NO_NAME);
    }

    @Test
    void aDomainOfWhichNothingIsFoundDoesNotExist() {
        nothingIsFoundOf("example.com");

        assertThat(certaintyOfTheDomain()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void aDomainThatSomebodyElseFindsIsNotSaidToBeMissingForCertain() {
        nothingIsFoundOf("example.com");
        var other = new Endpoint("192.0.2.99", 42_001);
        Sighting query = trace.packet(other, RESOLVER, Sighting.Kind.DNS);
        Sighting answer = trace.packet(RESOLVER, other, Sighting.Kind.DNS);
        trace.seen(new DnsLookup(
                query,
                query,
                Optional.of(answer),
                "_sip._udp.example.com",
                DnsLookup.Type.SRV,
                Outcome.ANSWERED,
                0,
                1,
                List.of("sip.example.net")));

        assertThat(certaintyOfTheDomain()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whoIsAnsweredElsewhereSoonAfterMayNotNeedTheDomain() {
        nothingIsFoundOf("example.org");
        registers(5, 200);

        assertThat(certaintyOfTheDomain()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whoIsAnsweredForTheDomainKnowsItsAddressFromElsewhere() {
        registers(0, 200);
        trace.after(600);
        String domain = trace.calls().getFirst().to().host();
        nothingIsFoundOf(domain);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void aDomainWithAnAddressAloneIsFound() {
        asks("_sip._udp.example.com", DnsLookup.Type.SRV, Outcome.NO_NAME);
        asks("example.com", DnsLookup.Type.A, Outcome.ANSWERED);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void aDomainThatIsNotAskedForItsServicesMayBeAnybodys() {
        asks("www.example.com", DnsLookup.Type.A, Outcome.NO_NAME);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void aServerThatDoesNotExistIsTold() {
        findsServers("_sip._udp.example.com", "old.example.com");
        asks("old.example.com", DnsLookup.Type.A, Outcome.NO_NAME);
        asks("old.example.com", DnsLookup.Type.AAAA, Outcome.NO_NAME);

        assertThat(Noticed.ids(trace)).containsExactly("incident-server-not-found");
        assertThat(Noticed.in(trace).getFirst().finding().values())
                .containsEntry("name", Value.of("example.com"))
                .containsEntry("target", Value.of(List.of("old.example.com")));
    }

    @Test
    void whoAsksForTheNewerKindOfAddressAloneMayKnowTheOther() {
        findsServers("_sip._udp.example.com", "old.example.com");
        asks("old.example.com", DnsLookup.Type.AAAA, Outcome.NO_NAME);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    private void looksForAServerThatDoesNotExist() {
        findsServers("_sip._udp.example.com", "old.example.com");
        asks("old.example.com", DnsLookup.Type.A, Outcome.NO_NAME);
    }

    @Test
    void whoTurnsToAnotherServerAtOnceNeedsNone() {
        looksForAServerThatDoesNotExist();
        registers(1, 200);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void whatWorksMuchLaterWasNotTheSameRequest() {
        looksForAServerThatDoesNotExist();
        registers(60, 200);

        assertThat(Noticed.ids(trace)).containsExactly("incident-server-not-found");
    }

    @Test
    void whatAnotherHostIsAnsweredHelpsNobodyElse() {
        trace.host("phone", "192.0.2.22", 5060).host("server", SERVER.host(), 5060);
        looksForAServerThatDoesNotExist();
        trace.after(1).from("phone").to("server").request("REGISTER");
        trace.from("server").to("phone").responds(200, "REGISTER");

        assertThat(Noticed.ids(trace)).containsExactly("incident-server-not-found");
    }

    @Test
    void aServerThatHasAnAddressIsFound() {
        findsServers("_sip._udp.example.com", "new.example.com");
        asks("new.example.com", DnsLookup.Type.AAAA, Outcome.NO_RECORDS);
        asks("new.example.com", DnsLookup.Type.A, Outcome.ANSWERED);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void theNextServerOfTheListMayExist() {
        findsServers("_sip._udp.example.com", "old.example.com", "new.example.com");
        asks("old.example.com", DnsLookup.Type.A, Outcome.NO_NAME);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void aDomainWithAnAddressNeedsNoServiceThatExists() {
        findsServers("_sip._udp.example.com", "old.example.com");
        asks("old.example.com", DnsLookup.Type.A, Outcome.NO_NAME);
        asks("example.com", DnsLookup.Type.A, Outcome.ANSWERED);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void aResolverThatIsSilentIsTold() {
        asks("example.com", DnsLookup.Type.NAPTR, Outcome.UNANSWERED);

        assertThat(Noticed.ids(trace)).containsExactly("incident-dns-silent");
    }
}
