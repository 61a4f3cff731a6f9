package org.ringback.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.network.CertificateFault;
import org.ringback.network.ClientHello;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.ConnectionReset;
import org.ringback.network.DnsLookup;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.Quote;
import org.ringback.network.SegmentUnacknowledged;
import org.ringback.network.ShownCertificate;
import org.ringback.network.SynUnanswered;
import org.ringback.network.TlsAlert;
import org.ringback.network.TlsUnanswered;

/** What a packet that is no message says, so that whoever chooses it can look it up with other tools. */
class PacketPagesTest {

    private static final Endpoint CLIENT = new Endpoint("192.0.2.1", 40_000);
    private static final Endpoint SERVER = new Endpoint("192.0.2.2", 5061);
    private static final Sighting ASKED = packet(3, CLIENT, SERVER, Sighting.Kind.TCP);
    private static final Sighting LATER = packet(5, CLIENT, SERVER, Sighting.Kind.TCP);
    private static final Sighting CAME = packet(7, SERVER, CLIENT, Sighting.Kind.TLS);
    private static final ClientHello HELLO = new ClientHello(ASKED, "sip.example.com", List.of(0x0303, 0x0304, 0x7f1c));

    private static Sighting packet(long number, Endpoint from, Endpoint to, Sighting.Kind kind) {
        return new Sighting(1, number, number * 1_000_000, from, to, kind);
    }

    private static Answers answers() {
        return ShippedLibrary.LIBRARY.answers(ShippedLibrary.LIBRARY.languages().english());
    }

    private static String page(NetworkEvent event, List<NetworkEvent> again, List<String> files) {
        PacketPages pages = answers().packets(ZoneOffset.UTC);
        return Answers.print(pages.page(event, again, files), Format.TEXT).replace('\u00a0', ' ');
    }

    private static String page(NetworkEvent event) {
        return page(event, List.of(), List.of());
    }

    private static IcmpError icmp(long number, String quoted) {
        var quote = new Quote(17, new Endpoint("192.0.2.1", 5060), new Endpoint("192.0.2.9", 5060), 0, quoted);
        return new IcmpError(
                packet(number, new Endpoint("192.0.2.254", 0), new Endpoint("192.0.2.1", 0), Sighting.Kind.ICMP),
                IcmpError.Cause.HOST_UNREACHABLE,
                3,
                1,
                0,
                quote);
    }

    @Test
    void anErrorTellsWhoSentItAndWhatItQuotes() {
        assertThat(page(icmp(7, "INVITE sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP")))
                .contains(
                        "ICMP host unreachable",
                        "192.0.2.254 says: the host cannot be reached (192.0.2.9:5060)",
                        "packet 7: ICMP 192.0.2.254 \u2192 192.0.2.1, 00:00:07.000",
                        "3 / 1",
                        "UDP 192.0.2.1:5060 \u2192 192.0.2.9:5060",
                        "INVITE sip:bob@example.com SIP/2.0")
                .doesNotContain("Via", "The same again");
    }

    @Test
    void anErrorThatQuotesNoTextSaysSo() {
        assertThat(page(icmp(7, ""))).contains("no text, only addresses and ports");
    }

    @Test
    void theSameAgainIsListedAndNamedByItsFile() {
        List<NetworkEvent> again = new ArrayList<>();
        for (int number = 8; number < 80; number++) {
            again.add(icmp(number, ""));
        }
        assertThat(page(icmp(7, ""), again, List.of("a.pcap", "b.pcap")))
                .contains("The same again: 72", "packet 7 of b.pcap: ICMP", "packet 57 of b.pcap: ICMP")
                .doesNotContain("packet 58 of");
    }

    @Test
    void whatOthersWroteBreaksNoLine() {
        assertThat(page(icmp(7, "INVITE sip:a\u202e\u0007 SIP/2.0"))).contains("INVITE sip:a\ufffd\ufffd SIP/2.0");
    }

    @Test
    void aRefusalTellsWhatAskedForTheConnection() {
        assertThat(page(new ConnectionRefused(CAME, ASKED)))
                .contains("192.0.2.2:5061 refuses the connection", "packet 7: TLS", "Began with", "packet 3: TCP");
    }

    @Test
    void endsOfConnectionsTellTheirPacket() {
        assertThat(page(new ConnectionReset(CAME)))
                .contains("TCP RST", "packet 7:")
                .doesNotContain("Began with");
        assertThat(page(new ConnectionClosed(CAME))).contains("TCP FIN", "packet 7:");
    }

    @Test
    void silenceTellsTheFirstQuestionAndTheLast() {
        assertThat(page(new SynUnanswered(LATER, ASKED, 2)))
                .containsSubsequence("Asked for first in", "packet 3:", "Asked for last in", "packet 5:");
    }

    @Test
    void whatIsNotAcknowledgedTellsItsSize() {
        assertThat(page(new SegmentUnacknowledged(ASKED, LATER, 4, 1400)))
                .containsSubsequence("packet 3:", "Sent again last in", "packet 5:", "Bytes of data: 1400");
    }

    @Test
    void anAlertTellsWhatTheClientOffered() {
        assertThat(page(new TlsAlert(CAME, 2, 40, Optional.of(HELLO))))
                .contains("fatal", "packet 3:", "sip.example.com", "TLS 1.2, TLS 1.3, 0x7f1c");
        assertThat(page(new TlsAlert(CAME, 1, 112, Optional.empty())))
                .contains("warning")
                .doesNotContain("Began with");
    }

    @Test
    void aServerThatSaysNothingOfTlsHasNoPacketButTheBeginning() {
        assertThat(page(new TlsUnanswered(HELLO, TlsUnanswered.Ending.SILENCE, Optional.empty())))
                .contains("Began with", "packet 3:")
                .doesNotContain("Seen in");
        assertThat(page(new TlsUnanswered(HELLO, TlsUnanswered.Ending.NO_TLS, Optional.of(CAME))))
                .containsSubsequence("Seen in", "packet 7:", "Began with", "packet 3:");
    }

    @Test
    void aCertificateTellsWhoseItIsAndWhatTheClientDid() {
        var shown = new ShownCertificate("CN=old.example.com", List.of("old.example.com"), 0, 86_400_000_000L);
        assertThat(page(new CertificateFault(
                        CAME, HELLO, shown, Set.of(CertificateFault.Flaw.EXPIRED), CertificateFault.Verdict.REFUSED)))
                .contains(
                        "CN=old.example.com",
                        "1970-01-01 00:00:00.000",
                        "1970-01-02 00:00:00.000",
                        "It refused the certificate with an alert.",
                        "sip.example.com");
    }

    @Test
    void aNameTellsQuestionAndAnswer() {
        var query = packet(3, CLIENT, new Endpoint("192.0.2.53", 53), Sighting.Kind.DNS);
        var answer = packet(9, new Endpoint("192.0.2.53", 53), CLIENT, Sighting.Kind.DNS);
        assertThat(page(new DnsLookup(
                        query,
                        query,
                        Optional.of(answer),
                        "_sip._udp.example.com",
                        DnsLookup.Type.SRV,
                        DnsLookup.Outcome.NO_NAME,
                        3,
                        1)))
                .contains("_sip._udp.example.com (SRV record)", "packet 3: DNS", "packet 9: DNS", "DNS response code")
                .doesNotContain("Asked for last in");
        assertThat(page(new DnsLookup(
                        query,
                        packet(6, CLIENT, new Endpoint("192.0.2.53", 53), Sighting.Kind.DNS),
                        Optional.empty(),
                        "example.com",
                        DnsLookup.Type.A,
                        DnsLookup.Outcome.UNANSWERED,
                        0,
                        2)))
                .contains("Asked for last in", "packet 6: DNS")
                .doesNotContain("Answered in", "Response code");
    }
}
