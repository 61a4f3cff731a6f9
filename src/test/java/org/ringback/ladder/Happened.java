package org.ringback.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Trace;
import org.ringback.flow.CallNetwork;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.DnsLookup;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.Quote;

/** A call to a proxy that cannot pass it on, with what the network did meanwhile. */
public final class Happened {

    public static final Endpoint ROUTER = new Endpoint("192.0.2.254", 0);

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint PROXY = new Endpoint("192.0.2.9", 5060);
    private static final Endpoint NEXT = new Endpoint("203.0.113.5", 5060);

    private final Trace trace = new Trace().host("alice", ALICE.host(), 5060).host("proxy", PROXY.host(), 5060);

    public Happened() {
        trace.from("alice").to("proxy").request("INVITE");
        trace.after(1);
    }

    /** Somebody on the way says that a port cannot be reached, so many times. */
    public Happened unreachable(Endpoint teller, int times) {
        String text = "INVITE sip:bob@example.com SIP/2.0";
        for (int i = 0; i < times; i++) {
            trace.after(0.5);
            Sighting seen = trace.packet(teller, new Endpoint(PROXY.host(), 0), Sighting.Kind.ICMP);
            var quote = new Quote(6, PROXY, NEXT, 0, text);
            trace.seen(new IcmpError(seen, IcmpError.Cause.HOST_UNREACHABLE, 3, 1, 0, quote));
        }
        return this;
    }

    /** The proxy is refused a connection. */
    public Happened refused() {
        var from = new Endpoint(PROXY.host(), 40_000);
        Sighting asked = trace.packet(from, NEXT, Sighting.Kind.TCP);
        trace.after(0.01).seen(new ConnectionRefused(trace.packet(NEXT, from, Sighting.Kind.TCP), asked));
        return this;
    }

    /** One host refuses another a connection. */
    static NetworkEvent refusal(Trace trace, String client, String server) {
        var from = new Endpoint(trace.address(client).host(), 40_000);
        Sighting asked = trace.packet(from, trace.address(server), Sighting.Kind.TCP);
        return new ConnectionRefused(trace.packet(trace.address(server), from, Sighting.Kind.TCP), asked);
    }

    /** The proxy asks for so many names that do not exist. */
    public Happened namesNotFound(int names) {
        var from = new Endpoint(PROXY.host(), 40_000);
        var resolver = new Endpoint("192.0.2.53", 53);
        for (int i = 0; i < names; i++) {
            trace.after(0.001);
            Sighting query = trace.packet(from, resolver, Sighting.Kind.DNS);
            trace.seen(new DnsLookup(
                    query,
                    query,
                    Optional.of(trace.packet(resolver, from, Sighting.Kind.DNS)),
                    "carrier" + i + ".example",
                    DnsLookup.Type.SRV,
                    DnsLookup.Outcome.NO_NAME,
                    3,
                    1));
        }
        return this;
    }

    /** The proxy gives up. */
    public Trace ended() {
        trace.after(0.5).from("proxy").to("alice").phrase("Service Unavailable").responds(503);
        trace.from("alice").to("proxy").acknowledges();
        return trace;
    }

    /** What the network did to each of the calls. */
    public static List<CallNetwork> network(Trace trace) {
        List<CallNetwork> network = new ArrayList<>();
        trace.calls().forEach(call -> network.add(trace.examined().network(call)));
        return network;
    }

    /** As everybody sees it at first. */
    public static Ladder ladder(Trace trace) {
        return ladder(trace, Arrangement.by(Grouping.ADDRESS, true));
    }

    static Ladder ladder(Trace trace, Arrangement wanted) {
        return new CallFlow(trace.calls(), List.of(), network(trace)).ladder(wanted);
    }
}
