package org.ringback.diagnosis.rule.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.CertificateFault;
import org.ringback.network.CertificateFault.Flaw;
import org.ringback.network.CertificateFault.Verdict;
import org.ringback.network.ClientHello;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.Quote;
import org.ringback.network.ShownCertificate;
import org.ringback.network.SynUnanswered;
import org.ringback.network.TlsAlert;
import org.ringback.network.TlsUnanswered;
import org.ringback.network.TlsUnanswered.Ending;

/** Servers that cannot open a connection to the next hop. */
class ConnectionBehindTest {

    private static final Endpoint CLIENT = new Endpoint("198.51.100.20", 41_000);
    private static final Endpoint NEXT = new Endpoint("203.0.113.9", 5061);

    private final Trace trace = Trace.ofSignaling().host("proxy", CLIENT.host(), 5060);

    /** What the next hop sends after what the proxy has sent. */
    private static NetworkEvent event(Trace trace, BiFunction<Sighting, Sighting, NetworkEvent> what) {
        return what.apply(trace.packet(CLIENT, NEXT, Sighting.Kind.TCP), trace.packet(NEXT, CLIENT, Sighting.Kind.TCP));
    }

    private static ClientHello hello(Sighting sent) {
        return new ClientHello(sent, "sip.example.com", List.of(0x0303));
    }

    private static TlsAlert alert(Sighting sent, Sighting came, int description) {
        return new TlsAlert(came, 2, description, Optional.of(hello(sent)));
    }

    private static CertificateFault certificate(Sighting sent, Sighting came, Flaw flaw, Verdict verdict) {
        var shown = new ShownCertificate("CN=other", List.of("other.example.com"), 0, 1_704_067_200_000_000L);
        return new CertificateFault(came, hello(sent), shown, Set.of(flaw), verdict);
    }

    private static Arguments fault(String id, BiFunction<Sighting, Sighting, NetworkEvent> what) {
        return Arguments.of(id, what);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("connection-refused", (sent, came) -> new ConnectionRefused(came, sent)),
                fault("connection-not-answered", (sent, _) -> new SynUnanswered(sent, sent, 3)),
                fault(
                        "connection-unreachable",
                        (sent, came) -> new IcmpError(
                                came, IcmpError.Cause.HOST_UNREACHABLE, 3, 1, 0, new Quote(6, CLIENT, NEXT, 0, ""))),
                fault("tls-alert", (sent, came) -> alert(sent, came, 40)),
                fault("tls-alert-version", (sent, came) -> alert(sent, came, 70)),
                fault("tls-alert-certificate", (sent, came) -> alert(sent, came, 48)),
                fault("tls-alert-certificate-missing", (sent, came) -> alert(sent, came, 116)),
                fault("tls-alert-name", (sent, came) -> alert(sent, came, 112)),
                fault("certificate-expired", (sent, came) -> certificate(sent, came, Flaw.EXPIRED, Verdict.REFUSED)),
                fault(
                        "certificate-not-yet-valid",
                        (sent, came) -> certificate(sent, came, Flaw.NOT_YET_VALID, Verdict.LEFT)),
                fault(
                        "certificate-other-name",
                        (sent, came) -> certificate(sent, came, Flaw.OTHER_NAME, Verdict.REFUSED)),
                fault(
                        "tls-not-answered",
                        (sent, _) -> new TlsUnanswered(hello(sent), Ending.SILENCE, Optional.empty())),
                fault(
                        "tls-hello-not-acknowledged",
                        (sent, _) -> new TlsUnanswered(hello(sent), Ending.NOT_ACKNOWLEDGED, Optional.empty())),
                fault(
                        "tls-broken-off",
                        (sent, came) -> new TlsUnanswered(hello(sent), Ending.RESET, Optional.of(came))),
                fault(
                        "tls-to-plain-port",
                        (sent, came) -> new TlsUnanswered(hello(sent), Ending.NO_TLS, Optional.of(came))));
    }

    private void refusedBecauseOf(BiFunction<Sighting, Sighting, NetworkEvent> what, int status) {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        trace.after(0.1).seen(event(trace, what));
        trace.after(0.1).from("proxy").to("alice").responds(status);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theRefusalIsExplained(String id, BiFunction<Sighting, Sighting, NetworkEvent> what) {
        refusedBecauseOf(what, 503);

        Finding finding = trace.the(id);
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(Trace.frames(finding)).containsExactly(5L, 1L);
        assertThat(finding.sightings()).isNotEmpty();
        assertThat(finding.origin()).isPresent();
        assertThat(trace.found()).doesNotContain("server-failed");
    }

    @Test
    void aCodeThatSaysSoMakesItCertain() {
        refusedBecauseOf((sent, came) -> new ConnectionRefused(came, sent), 477);

        assertThat(trace.the("connection-refused").certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(trace.found()).doesNotContain("next-hop-send-failed");
    }

    @Test
    void theServerIsNamedWithItsPortAndTheClientWithout() {
        refusedBecauseOf((sent, came) -> alert(sent, came, 40), 503);

        assertThat(trace.the("tls-alert").values())
                .containsEntry("who", Value.of(NEXT))
                .containsEntry("other", Value.of(CLIENT.host()));
    }

    @Test
    void whoIsBusyHadNoNeedOfAConnection() {
        refusedBecauseOf((sent, came) -> new ConnectionRefused(came, sent), 486);

        assertThat(trace.found()).doesNotContain("connection-refused");
    }

    @Test
    void aConnectionBeforeTheRequestWasForSomethingElse() {
        trace.seen(event(trace, (sent, came) -> new ConnectionRefused(came, sent)));
        trace.after(1).from("alice").to("proxy").request("INVITE");
        trace.after(0.1).from("proxy").to("alice").responds(503);

        assertThat(trace.found()).doesNotContain("connection-refused");
    }

    @Test
    void oneSynWithoutAnAnswerMayBeALossOfTheCapture() {
        refusedBecauseOf((sent, _) -> new SynUnanswered(sent, sent, 1), 503);

        assertThat(trace.found()).doesNotContain("connection-not-answered");
    }

    @Test
    void aCertificateThatWasTakenAllTheSameIsNoReason() {
        refusedBecauseOf((sent, came) -> certificate(sent, came, Flaw.EXPIRED, Verdict.ACCEPTED), 503);

        assertThat(trace.found()).doesNotContain("certificate-expired");
    }

    @Test
    void aCertificateThatWasRefusedForSomethingElseIsNotBlamedForItsName() {
        refusedBecauseOf((sent, came) -> certificate(sent, came, Flaw.OTHER_NAME, Verdict.REFUSED_OTHERWISE), 503);

        assertThat(trace.found()).doesNotContain("certificate-other-name");
    }

    @Test
    void aWarningIsNoReason() {
        refusedBecauseOf((sent, came) -> new TlsAlert(came, 1, 112, Optional.of(hello(sent))), 503);

        assertThat(trace.found()).doesNotContain("tls-alert-name");
    }

    @Test
    void versionsAreNamedAsPeopleKnowThem() {
        refusedBecauseOf((sent, came) -> alert(sent, came, 70), 503);

        assertThat(trace.the("tls-alert-version").values())
                .containsEntry("offered", Value.of(List.of("TLS 1.2")))
                .containsEntry("alert", Value.of("protocol_version"));
    }

    private static final Endpoint DEVICE = new Endpoint("203.0.113.77", 49_811);

    private static Sighting tcp(Trace trace, Endpoint from, Endpoint to) {
        return trace.packet(from, to, Sighting.Kind.TCP);
    }

    private void calledBack(boolean connectedBefore, Endpoint device) {
        Endpoint server = new Endpoint(CLIENT.host(), 5060);
        if (connectedBefore) {
            trace.seen(new ConnectionClosed(tcp(trace, device, server)));
        }
        trace.after(5).from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("alice").responds(100);
        Sighting asked = tcp(trace.after(0.1), CLIENT, device);
        trace.seen(new ConnectionRefused(tcp(trace, device, CLIENT), asked));
        trace.after(0.1).from("proxy").to("alice").responds(503);
    }

    @Test
    void aDeviceWhoseConnectionIsGoneCannotBeCalledBack() {
        calledBack(true, DEVICE);

        assertThat(trace.the("connection-to-device-gone").values()).containsEntry("server", Value.of(DEVICE));
        assertThat(trace.found()).doesNotContain("connection-refused", "server-failed");
    }

    @Test
    void aPortFromWhichNobodyHadConnectedIsThatOfSomethingElse() {
        calledBack(false, DEVICE);

        assertThat(trace.found()).contains("server-failed").doesNotContain("connection-to-device-gone");
    }

    @Test
    void aServerIsNoDevice() {
        calledBack(true, new Endpoint(DEVICE.host(), 5060));

        assertThat(trace.found()).contains("connection-refused").doesNotContain("connection-to-device-gone");
    }

    @Test
    void aPortThatWasChosenLikeThatOfSipIsNoDevice() {
        calledBack(true, new Endpoint(DEVICE.host(), 45061));

        assertThat(trace.found()).doesNotContain("connection-to-device-gone");
    }
}
