package org.ringback.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringback.ShippedLibrary;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.language.HeldBlanks;
import org.ringback.network.CertificateFault;
import org.ringback.network.CertificateFault.Flaw;
import org.ringback.network.ClientHello;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionReset;
import org.ringback.network.DnsLookup;
import org.ringback.network.DnsLookup.Outcome;
import org.ringback.network.IcmpError;
import org.ringback.network.IcmpError.Cause;
import org.ringback.network.NetworkEvent;
import org.ringback.network.Quote;
import org.ringback.network.ShownCertificate;
import org.ringback.network.SynUnanswered;
import org.ringback.network.TlsAlert;
import org.ringback.network.TlsUnanswered;

/** What the network did, in sentences. */
class NetworkWordsTest {

    private static final Endpoint CLIENT = new Endpoint("192.0.2.1", 40_000);
    private static final Endpoint SERVER = new Endpoint("192.0.2.2", 5061);

    private static final Sighting ASKED = new Sighting(0, 1, 1_000_000, CLIENT, SERVER, Sighting.Kind.TCP);
    private static final Sighting CAME = new Sighting(0, 2, 3_500_000, SERVER, CLIENT, Sighting.Kind.TCP);
    private static final ClientHello HELLO = new ClientHello(ASKED, "sip.example.com", List.of(0x0303));

    private final NetworkWords words = new NetworkWords(ShippedLibrary.LIBRARY
            .answers(ShippedLibrary.LIBRARY.languages().byTag("en").orElseThrow())
            .texts());

    private String said(NetworkEvent event) {
        return HeldBlanks.released(words.say(event));
    }

    private static IcmpError error(Cause cause, int mtu) {
        return new IcmpError(CAME, cause, 3, 3, mtu, new Quote(17, CLIENT, SERVER, 0, ""));
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorNamesWhoSaysSoAndWhatIsNotReached(Cause cause) {
        assertThat(said(error(cause, 0))).startsWith("192.0.2.2 says: ").contains("192.0.2.2:5061");
    }

    @Test
    void whatIsTooBigTellsWhatFitsIfThatIsKnown() {
        assertThat(said(error(Cause.TOO_BIG, 1400))).endsWith("at most 1400 bytes fit");
        assertThat(said(error(Cause.TOO_BIG, 0))).endsWith("is too big");
    }

    @Test
    void connectionsNameWhoEndsThem() {
        assertThat(said(new ConnectionReset(CAME))).isEqualTo("192.0.2.2:5061 breaks off the connection");
        assertThat(said(new ConnectionClosed(CAME))).isEqualTo("192.0.2.2:5061 closes the connection");
        assertThat(said(new SynUnanswered(ASKED, ASKED, 4)))
                .isEqualTo("192.0.2.2:5061 does not answer; connection asked for (SYN): 4");
    }

    @Test
    void anAlertKeepsItsName() {
        assertThat(said(new TlsAlert(CAME, 2, 48, Optional.of(HELLO))))
                .isEqualTo("192.0.2.2:5061 ends the TLS handshake with the alert unknown_ca");
        assertThat(said(new TlsAlert(ASKED, 2, 45, Optional.of(HELLO)))).startsWith("192.0.2.1 ends");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatSpeaksNoTlsIsNamedWithItsPort(TlsUnanswered.Ending ending) {
        assertThat(said(new TlsUnanswered(HELLO, ending, Optional.of(CAME)))).startsWith("192.0.2.2:5061 ");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, The certificate of 192.0.2.2:5061 has expired",
        "NOT_YET_VALID, The certificate of 192.0.2.2:5061 is not valid yet",
        "OTHER_NAME, The certificate of 192.0.2.2:5061 is not for the name sip.example.com"
    })
    void aCertificateSaysWhatIsWrongWithIt(Flaw flaw, String sentence) {
        var shown = new ShownCertificate("CN=other", List.of("other"), 0, 1);
        var fault = new CertificateFault(CAME, HELLO, shown, Set.of(flaw), CertificateFault.Verdict.REFUSED);
        assertThat(said(fault)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_NAME, There is no name carrier.example (asked for: SRV), DNS SRV NXDOMAIN",
        "NO_RECORDS, The name carrier.example has no entry of the kind SRV, DNS SRV NODATA",
        "SERVER_FAILED, The name server could not find out carrier.example (SRV), DNS SRV SERVFAIL",
        "OTHER_ERROR, The name server could not find out carrier.example (SRV), DNS SRV RCODE 4",
        "REFUSED, The name server refuses to answer about carrier.example (SRV), DNS SRV REFUSED",
        "ANSWERED, The answer about the name carrier.example (SRV) took 2.5 s, DNS SRV"
    })
    void namesAreToldWithWhatCameOfThem(Outcome outcome, String sentence, String label) {
        var lookup = lookup(outcome, Optional.of(CAME));
        assertThat(said(lookup)).isEqualTo(sentence);
        assertThat(lookup.label()).isEqualTo(label);
    }

    @Test
    void aQuestionWithoutAnAnswerSaysHowOftenItWasAsked() {
        assertThat(said(lookup(Outcome.UNANSWERED, Optional.empty())))
                .isEqualTo("No answer about the name carrier.example (SRV); questions: 3");
    }

    private static DnsLookup lookup(Outcome outcome, Optional<Sighting> answer) {
        return new DnsLookup(ASKED, ASKED, answer, "carrier.example", DnsLookup.Type.SRV, outcome, 4, 3);
    }
}
