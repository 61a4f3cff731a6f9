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
    static final Set<String> KINDS = new TreeSet<>(Set.of("incident-domain-not-found", "incident-dns-silent"));

    private final Trace trace = Trace.ofSignaling();

    private List<Incident> incidents() {
        var examined = trace.examined();
        return examined.incidents(
                examined.calls().stream().map(examined::diagnosed).toList());
    }

    private List<String> ids() {
        return incidents().stream()
                .map(incident -> incident.finding().kind().id())
                .toList();
    }

    private void refused(Endpoint server) {
        Sighting opening = trace.packet(PHONE, server, Sighting.Kind.TCP);
        trace.seen(new ConnectionRefused(trace.packet(server, PHONE, Sighting.Kind.TCP), opening));
        trace.after(2);
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

        assertThat(ids()).containsExactly("connection-refused");
        assertThat(incidents().getFirst().calls()).isEmpty();
        assertThat(incidents().getFirst().finding().certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(incidents().getFirst().finding().sightings())
                .extracting(Sighting::frame)
                .containsExactly(2L, 1L);
    }

    @Test
    void aPageOnTheWebIsNoSip() {
        refused(new Endpoint("192.0.2.5", 443));

        assertThat(ids()).isEmpty();
    }

    @Test
    void whatIsToldOfACallIsNotToldAgain() {
        trace.host("proxy", PHONE.host(), 5060);
        trace.from("alice").to("proxy").request("INVITE");
        refused(SERVER);
        trace.from("proxy").to("alice").responds(503);

        assertThat(trace.found()).contains("connection-refused");
        assertThat(ids()).isEmpty();
    }

    @Test
    void anAlertAboutACertificateOfWhichMoreIsKnownIsNotToldBesideIt() {
        Sighting sent = trace.packet(PHONE, SERVER, Sighting.Kind.TLS);
        Sighting came = trace.packet(SERVER, PHONE, Sighting.Kind.TLS);
        var hello = new ClientHello(sent, "sip.example.com", List.of(0x0303));
        var shown = new ShownCertificate("CN=x", List.of("sip.example.com"), 0, 1);
        trace.seen(new CertificateFault(came, hello, shown, Set.of(Flaw.EXPIRED), Verdict.REFUSED))
                .seen(new TlsAlert(trace.packet(PHONE, SERVER, Sighting.Kind.TLS), 2, 45, Optional.of(hello)));

        assertThat(ids()).containsExactly("certificate-expired");
    }

    @Test
    void aDomainOfWhichNothingIsFoundIsTold() {
        asks("_sip._udp.example.com", DnsLookup.Type.SRV, Outcome.NO_NAME);
        asks("example.com", DnsLookup.Type.A, Outcome.NO_NAME);

        assertThat(ids()).containsExactly("incident-domain-not-found");
        assertThat(incidents().getFirst().finding().values())
                .containsEntry("name", Value.of("example.com"))
                .containsEntry("count", Value.of(4));
    }

    @Test
    void aDomainWithAnAddressAloneIsFound() {
        asks("_sip._udp.example.com", DnsLookup.Type.SRV, Outcome.NO_NAME);
        asks("example.com", DnsLookup.Type.A, Outcome.ANSWERED);

        assertThat(ids()).isEmpty();
    }

    @Test
    void aDomainThatIsNotAskedForItsServicesMayBeAnybodys() {
        asks("www.example.com", DnsLookup.Type.A, Outcome.NO_NAME);

        assertThat(ids()).isEmpty();
    }

    @Test
    void aResolverThatIsSilentIsTold() {
        asks("example.com", DnsLookup.Type.NAPTR, Outcome.UNANSWERED);

        assertThat(ids()).containsExactly("incident-dns-silent");
    }
}
