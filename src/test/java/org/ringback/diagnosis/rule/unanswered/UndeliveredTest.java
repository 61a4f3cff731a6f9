package org.ringback.diagnosis.rule.unanswered;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.network.IcmpError;
import org.ringback.network.IcmpError.Cause;
import org.ringback.network.Quote;

/** Requests that ICMP says were not delivered. */
class UndeliveredTest {

    private static final int UDP = 17;

    private final Trace trace = Trace.ofSignaling().host("router", "192.0.2.254", 0);

    /** Somebody sends back an error about the last message. */
    private void error(Cause cause, String teller) {
        Captured sent = trace.sent();
        String text = new String(sent.bytes().toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
        error(cause, teller, new Quote(UDP, sent.source(), sent.destination(), text.length(), text));
    }

    private void error(Cause cause, String teller, Quote quote) {
        var host = new Endpoint(trace.address(teller).host(), 0);
        Sighting seen = trace.packet(host, new Endpoint(quote.source().host(), 0), Sighting.Kind.ICMP);
        trace.seen(new IcmpError(seen, cause, 3, 3, 900, quote));
    }

    private void repeatedInvite(Cause cause, String teller) {
        for (double wait : new double[] {0, 0.5, 1, 2, 4, 8, 16}) {
            trace.after(wait).from("alice").to("bob").request("INVITE");
            error(cause, teller);
        }
        trace.goesOn(10);
    }

    @Test
    void aHostOnWhichNothingListensSaysSo() {
        repeatedInvite(Cause.PORT_UNREACHABLE, "bob");

        Finding finding = trace.the("port-unreachable");
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values())
                .containsEntry("count", Value.of(7))
                .containsEntry("receiver", Value.of(trace.address("bob")));
        assertThat(Trace.frames(finding)).startsWith(1L, 3L, 5L);
        assertThat(finding.sightings()).extracting(Sighting::frame).containsExactly(2L, 4L, 6L);
        assertThat(trace.found()).doesNotContain("invite-unanswered-udp");
    }

    @ParameterizedTest
    @CsvSource({
        "HOST_UNREACHABLE, host-unreachable",
        "NETWORK_UNREACHABLE, host-unreachable",
        "PROTOCOL_UNREACHABLE, host-unreachable",
        "PROHIBITED, icmp-prohibited",
        "TIME_EXCEEDED, ttl-exceeded",
        "FRAGMENTS_MISSING, fragments-lost",
        "TOO_BIG, packet-too-big"
    })
    void aRouterSaysWhy(Cause cause, String id) {
        repeatedInvite(cause, "router");

        Finding finding = trace.the(id);
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(finding.values()).containsEntry("teller", Value.of("192.0.2.254"));
        assertThat(trace.found()).doesNotContain("invite-unanswered-udp");
    }

    @Test
    void whatIsTooBigTellsBothSizes() {
        repeatedInvite(Cause.TOO_BIG, "router");

        assertThat(trace.the("packet-too-big").values())
                .containsEntry("mtu", Value.of(900))
                .containsEntry(
                        "size",
                        Value.of(trace.calls()
                                .getFirst()
                                .opening()
                                .captured()
                                .bytes()
                                .byteSize()));
    }

    @Test
    void oneErrorIsEnoughForARequestOfAnyKind() {
        trace.from("alice").to("bob").request("OPTIONS");
        error(Cause.PORT_UNREACHABLE, "bob");

        assertThat(trace.found()).contains("port-unreachable");
    }

    @Test
    void aShortQuoteIsKnownByItsLength() {
        trace.from("alice").to("bob").request("OPTIONS");
        Captured sent = trace.sent();
        int length = (int) sent.bytes().byteSize();
        error(Cause.PORT_UNREACHABLE, "bob", new Quote(UDP, sent.source(), sent.destination(), length, ""));

        assertThat(trace.found()).contains("port-unreachable");
    }

    @Test
    void anErrorAboutSomethingElseBetweenTheSamePortsIsNone() {
        trace.from("alice").to("bob").request("OPTIONS");
        Captured sent = trace.sent();
        error(Cause.PORT_UNREACHABLE, "bob", new Quote(UDP, sent.source(), sent.destination(), 4, "\r\n\r\n"));
        error(
                Cause.PORT_UNREACHABLE,
                "bob",
                new Quote(UDP, sent.source(), sent.destination(), 300, "OPTIONS sip:other@example.com SIP/2.0\r\n"));

        assertThat(trace.found()).doesNotContain("port-unreachable");
    }

    @Test
    void anErrorAboutMediaSaysNothingOfTheRequest() {
        trace.from("alice").to("bob").request("INVITE");
        error(
                Cause.PORT_UNREACHABLE,
                "bob",
                new Quote(
                        UDP,
                        new Endpoint(trace.address("alice").host(), 4000),
                        new Endpoint(trace.address("bob").host(), 4002),
                        172,
                        ""));

        assertThat(trace.found()).doesNotContain("port-unreachable");
    }

    @Test
    void whoAnswersInTheEndWasReached() {
        trace.from("alice").to("bob").request("INVITE");
        error(Cause.PORT_UNREACHABLE, "bob");
        trace.after(0.5).from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(486);

        assertThat(trace.found()).doesNotContain("port-unreachable");
    }

    @Test
    void whoeverIsHeardLaterMayHaveBeenThere() {
        trace.from("alice").to("bob").request("MESSAGE");
        error(Cause.PORT_UNREACHABLE, "bob");
        trace.after(1).from("bob").to("alice").cseq(7).request("OPTIONS");

        assertThat(trace.the("port-unreachable").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aProxyWithoutAWayOnIsExplained() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.from("proxy").to("bob").request("INVITE");
        error(Cause.HOST_UNREACHABLE, "router");
        trace.after(0.1).from("proxy").to("alice").responds(503);

        Finding finding = trace.the("host-unreachable");
        assertThat(Trace.frames(finding)).containsExactly(2L, 4L);
        assertThat(finding.origin()).isPresent();
    }

    @Test
    void anAcknowledgmentThatIsNotDeliveredIsTold() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        error(Cause.PROHIBITED, "router");

        Finding finding = trace.the("request-inside-undelivered");
        assertThat(finding.values()).containsEntry("method", Value.of("ACK"));
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @Test
    void anAcknowledgmentAfterWhichTheOtherSideHangsUpIsNot() {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").answers();
        error(Cause.PROHIBITED, "router");
        trace.after(3).from("bob").to("alice").cseq(9).inside("BYE");

        assertThat(trace.found()).doesNotContain("request-inside-undelivered");
    }

    @Test
    void whoGoesOnAsIfAnsweredWasPerhapsReached() {
        trace.from("alice").to("bob").request("INVITE");
        error(Cause.PORT_UNREACHABLE, "bob");
        trace.after(1).from("alice").to("bob").toTag("b").inside("ACK");

        assertThat(trace.the("port-unreachable").certainty()).isEqualTo(Certainty.POSSIBLE);
    }
}
