package org.ringback.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.IcmpError;
import org.ringback.network.IcmpError.Cause;
import org.ringback.network.Quote;
import org.ringback.network.TlsAlert;

/** A capture in which the network speaks of SIP, and nobody speaks SIP. */
class UndeliveredAloneTest {

    private static final int UDP = 17;
    private static final Endpoint PHONE = new Endpoint("192.0.2.21", 42_000);
    private static final Endpoint SERVER = new Endpoint("192.0.2.5", 5060);
    private static final Endpoint ROUTER = new Endpoint("192.0.2.1", 0);
    private static final String INVITE = "INVITE sip:100@example.com SIP/2.0\r\nVia: ";

    private final Trace trace = Trace.ofSignaling();

    private void error(Cause cause, Endpoint to, String text) {
        var quote = new Quote(UDP, PHONE, to, 300, text);
        trace.seen(new IcmpError(trace.packet(ROUTER, PHONE, Sighting.Kind.ICMP), cause, 3, 1, 0, quote));
    }

    @Test
    void errorsAboutPacketsThatWereNotCaptured() {
        error(Cause.HOST_UNREACHABLE, SERVER, INVITE);
        error(Cause.HOST_UNREACHABLE, SERVER, INVITE);

        assertThat(Noticed.ids(trace)).containsExactly("sip-packet-undeliverable");
        var finding = Noticed.in(trace).getFirst().finding();
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("sender", Value.of(PHONE))
                .containsEntry("receiver", Value.of(SERVER))
                .containsEntry("teller", Value.of("192.0.2.1"))
                .containsEntry("error", Value.of("ICMP host unreachable"))
                .containsEntry("count", Value.of(2));
    }

    @ParameterizedTest
    @CsvSource({"5060, ''", "5070, 'REGISTER sip:example.com SIP/2.0'", "7777, 'SIP/2.0 200 OK'"})
    void theTextTellsElseThePort(int port, String text) {
        error(Cause.PORT_UNREACHABLE, new Endpoint("192.0.2.5", port), text);

        assertThat(Noticed.ids(trace)).containsExactly("sip-packet-undeliverable");
    }

    @ParameterizedTest
    @CsvSource({"53, ''", "30000, ''", "5060, 'HTTP/1.1 200 OK'"})
    void errorsAboutAnythingElseAreNothingToTell(int port, String text) {
        error(Cause.PORT_UNREACHABLE, new Endpoint("192.0.2.5", port), text);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void besideMessagesTheyAreToldOfTheCallOrDidNoHarm() {
        error(Cause.PORT_UNREACHABLE, SERVER, INVITE);
        trace.host("phone", PHONE.host(), PHONE.port()).host("server", SERVER.host(), SERVER.port());
        trace.after(2).from("phone").to("server").request("OPTIONS");
        trace.from("server").to("phone").responds(200, "OPTIONS");

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    private void alert(int level, int description, int port) {
        var server = new Endpoint(SERVER.host(), port);
        trace.seen(new TlsAlert(trace.packet(server, PHONE, Sighting.Kind.TLS), level, description, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"40, tls-alert", "70, tls-alert", "42, tls-alert-certificate", "112, tls-alert-name"})
    void anAlertOfWhichNothingElseWasCaptured(int description, String id) {
        alert(2, description, 5061);

        assertThat(Noticed.ids(trace)).containsExactly(id);
        assertThat(Noticed.in(trace).getFirst().finding().certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aConnectionThatIsClosedInOrder() {
        alert(1, 0, 5061);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {443, 4443})
    void anAlertOfSomethingElse(int port) {
        alert(2, 40, port);

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void aSignOfLifeIsNoMessage() {
        var quote = new Quote(UDP, PHONE, SERVER, 4, "");
        trace.seen(
                new IcmpError(trace.packet(ROUTER, PHONE, Sighting.Kind.ICMP), Cause.PORT_UNREACHABLE, 3, 3, 0, quote));

        assertThat(Noticed.ids(trace)).isEmpty();
    }

    @Test
    void aPortAloneIsNoProof() {
        error(Cause.PORT_UNREACHABLE, SERVER, "");

        assertThat(Noticed.in(trace).getFirst().finding().certainty()).isNotEqualTo(Certainty.CERTAIN);
    }
}
