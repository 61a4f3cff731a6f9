package org.ringback.flow;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.call.Call;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Trace;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.ConnectionReset;
import org.ringback.network.DnsLookup;
import org.ringback.network.DnsLookup.Outcome;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkEvents;
import org.ringback.network.Quote;

/** Which of all that the network did is about one call. */
class CallNetworkTest {

    private static final int UDP = 17;

    private final Trace trace = new Trace()
            .host("alice", "192.0.2.1", 5060)
            .host("proxy", "192.0.2.9", 5060)
            .host("bob", "192.0.2.2", 5060);

    private CallNetwork found() {
        Call call = trace.calls().getFirst();
        return trace.examined().network(call);
    }

    private List<String> labels() {
        return found().happenings().stream()
                .map(happening -> happening.event().label())
                .toList();
    }

    private void unreachable(String teller) {
        Captured sent = trace.sent();
        String text = new String(sent.bytes().toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
        unreachable(teller, new Quote(UDP, sent.source(), sent.destination(), text.length(), text));
    }

    private void unreachable(String teller, Quote quote) {
        var host = new Endpoint(trace.address(teller).host(), 0);
        Sighting seen = trace.packet(host, new Endpoint(quote.source().host(), 0), Sighting.Kind.ICMP);
        trace.seen(new IcmpError(seen, IcmpError.Cause.PORT_UNREACHABLE, 3, 3, 0, quote));
    }

    private void refused(String client, Endpoint server) {
        var from = new Endpoint(trace.address(client).host(), 40_000);
        Sighting asked = trace.packet(from, server, Sighting.Kind.TCP);
        trace.seen(new ConnectionRefused(trace.packet(server, from, Sighting.Kind.TCP), asked));
    }

    @Test
    void anErrorAboutEachRepetitionIsOneThingThatHappenedAgain() {
        for (int i = 0; i < 4; i++) {
            trace.after(1).from("alice").to("bob").request("INVITE");
            unreachable("bob");
        }

        assertThat(labels()).containsExactly("ICMP port unreachable");
        assertThat(found().happenings().getFirst().again()).hasSize(3);
        assertThat(found().omitted()).isZero();
    }

    @Test
    void anErrorAboutAnotherMessageIsNotOfThisCall() {
        trace.from("alice").to("bob").request("INVITE");
        Captured sent = trace.sent();
        unreachable(
                "bob", new Quote(UDP, sent.source(), sent.destination(), 400, "OPTIONS sip:else@example.com SIP/2.0"));

        assertThat(labels()).isEmpty();
    }

    @Test
    void aConnectionThatAServerCouldNotOpenForARequestIsOfIt() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.1);
        refused("proxy", new Endpoint("203.0.113.5", 5060));
        trace.after(0.1).from("proxy").to("alice").responds(503);

        assertThat(labels()).containsExactly("TCP RST");
    }

    @Test
    void whatAServerTriesWhileItAcceptsACallIsForSomethingElse() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(0.1);
        refused("proxy", new Endpoint("203.0.113.5", 5060));
        trace.after(0.1).from("proxy").to("alice").responds(200);

        assertThat(labels()).isEmpty();
    }

    @Test
    void whoTriesTcpFirstAndThenUdpWasRefusedForThisCall() {
        refused("alice", trace.address("bob"));
        trace.after(1).from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(200);

        assertThat(labels()).containsExactly("TCP RST");
    }

    @Test
    void whatWasRefusedLongBeforeOrOnAnotherPortIsNotOfIt() {
        refused("alice", trace.address("bob"));
        trace.after(60).from("alice").to("bob").request("INVITE");
        refused("alice", new Endpoint(trace.address("bob").host(), 443));
        trace.after(1).from("bob").to("alice").responds(200);

        assertThat(labels()).isEmpty();
    }

    @Test
    void theEndOfItsOwnConnectionIsOfItWhileTheCallGoesOn() {
        trace.over(Transport.TCP).from("alice").to("bob").request("INVITE");
        trace.after(1);
        trace.seen(new ConnectionReset(trace.packet(trace.address("bob"), trace.address("alice"), Sighting.Kind.TCP)));

        assertThat(labels()).containsExactly("TCP RST");
    }

    @Test
    void howAConnectionEndsOnWhichAllWasAnsweredIsNotOfIt() {
        trace.over(Transport.TCP).from("alice").to("bob").request("OPTIONS");
        trace.from("bob").to("alice").responds(200, "OPTIONS");
        trace.after(30);
        trace.seen(new ConnectionClosed(trace.packet(trace.address("bob"), trace.address("alice"), Sighting.Kind.TCP)));

        assertThat(labels()).isEmpty();
    }

    @Test
    void namesThatAServerDidNotFindForTheRequestAreOfIt() {
        trace.from("alice").to("proxy").uri("sip:bob@carrier.example").request("INVITE");
        lookup("proxy", "carrier.example", Outcome.NO_NAME);
        lookup("bob", "other.example", Outcome.NO_NAME);
        trace.after(0.1).from("proxy").to("alice").responds(503);

        assertThat(labels()).containsExactly("DNS A NXDOMAIN");
    }

    private void lookup(String client, String name, Outcome outcome) {
        var from = new Endpoint(trace.address(client).host(), 40_000);
        var resolver = new Endpoint("192.0.2.53", 53);
        Sighting query = trace.packet(from, resolver, Sighting.Kind.DNS);
        trace.after(0.1);
        Sighting answer = trace.packet(resolver, from, Sighting.Kind.DNS);
        trace.seen(new DnsLookup(query, query, Optional.of(answer), name, DnsLookup.Type.A, outcome, 0, 1));
    }

    @Test
    void nobodyListensWhereSoundIsSent() {
        var call = new SpokenCall();
        call.caller().lasts(100);
        var stream = call.media().streams().getFirst().stream();
        var from = new Endpoint(stream.destination().host(), 0);
        var to = new Endpoint(stream.source().host(), 0);
        var seen = new Sighting(0, 900, stream.first().time() + 500_000, from, to, Sighting.Kind.ICMP);
        NetworkEvent about = new IcmpError(
                seen,
                IcmpError.Cause.PORT_UNREACHABLE,
                3,
                3,
                0,
                new Quote(UDP, stream.source(), stream.destination(), 172, ""));
        NetworkEvent other = new IcmpError(
                seen,
                IcmpError.Cause.PORT_UNREACHABLE,
                3,
                3,
                0,
                new Quote(
                        UDP, stream.source(), new Endpoint(stream.destination().host(), 9), 172, ""));

        CallNetwork found =
                CallNetwork.of(call.legs().getFirst(), call.media(), new NetworkEvents(List.of(about, other), 0));

        assertThat(found.happenings()).extracting(Happening::event).containsExactly(about);
    }

    @Test
    void ofVeryManyTheFirstAreKeptAndTheOthersCounted() {
        trace.over(Transport.TCP);
        for (int port = 0; port < 40; port++) {
            trace.host("bob", "192.0.2.2", 5060 + port).from("alice").to("bob").request("INVITE");
            refused("alice", trace.address("bob"));
        }

        assertThat(found().happenings()).hasSize(24);
        assertThat(found().omitted()).isEqualTo(16);
    }
}
