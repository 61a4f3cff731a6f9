package org.ringback.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionReset;
import org.ringback.network.DnsLookup;
import org.ringback.network.DnsLookup.Outcome;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkEvents;
import org.ringback.sip.SipMessage;
import org.ringback.sip.SipUri;

/**
 * What hosts did to send a request on: names that they asked for (RFC 3263, 4) and connections that they began (RFC 3261, 18.1).
 * That it was for this request no packet says; what is given here went on while the request waited, and would explain what became
 * of it.
 */
public final class Onward {

    /** What a proxy says when it cannot reach the next hop. */
    private static final Set<Integer> NOT_REACHED = Set.of(408, 477, 478, 480, 500, 502, 503, 504);

    /** What a server says that finds no next hop. */
    private static final Set<Integer> NOT_FOUND = Set.of(404, 408, 478, 480, 500, 502, 503, 504);

    /** Registered for SIP are 5060 and 5061; those after them are given to further trunks and tenants. */
    private static final int FIRST_PORT = 5060;

    private static final int LAST_PORT = 5099;

    private Onward() {}

    /** What came of connections to others that a server began between a request and its refusal for want of a next hop. */
    public static List<NetworkEvent> connections(Transaction hop, NetworkEvents events) {
        long from = sent(hop);
        long refused = refused(hop, NOT_REACHED);
        return from == Captured.NO_TIME || refused == Captured.NO_TIME
                ? List.of()
                : events.begunBy(hop.server().host(), from, refused).stream()
                        .filter(event ->
                                !event.server().host().equals(hop.client().host())
                                        && (ofSip(event.server()) || calledBack(event, events)))
                        .toList();
    }

    /** Whether a server tries to reach a device where a connection of the device for SIP had come from. */
    private static boolean calledBack(NetworkEvent event, NetworkEvents events) {
        return events
                .betweenHosts(
                        event.client().host(),
                        event.server().host(),
                        Long.MIN_VALUE,
                        event.seen().time())
                .stream()
                .anyMatch(before -> (before instanceof ConnectionReset || before instanceof ConnectionClosed)
                        && joins(before, event.server()));
    }

    /** Either side may have ended it. */
    private static boolean joins(NetworkEvent ended, Endpoint device) {
        Endpoint one = ended.seen().source();
        Endpoint other = ended.seen().destination();
        return (one.equals(device) && ofSip(other)) || (other.equals(device) && ofSip(one));
    }

    /** Whether SIP is spoken on a port by custom. */
    static boolean ofSip(Endpoint server) {
        return server.port() >= FIRST_PORT && server.port() <= LAST_PORT;
    }

    /** The names that a server asked for between a request and its refusal; none if it found an address. */
    public static List<DnsLookup> lookups(Transaction hop, NetworkEvents events) {
        long from = sent(hop);
        long refused = refused(hop, NOT_FOUND);
        if (from == Captured.NO_TIME || refused == Captured.NO_TIME) {
            return List.of();
        }
        List<DnsLookup> asked = events.lookupsOf(hop.server().host(), from, refused).stream()
                .filter(lookup -> lookup.query().time() >= from)
                .toList();
        boolean found = asked.stream()
                .anyMatch(lookup -> lookup.outcome() == Outcome.ANSWERED
                        && (lookup.type() == DnsLookup.Type.A || lookup.type() == DnsLookup.Type.AAAA));
        return found ? List.of() : asked;
    }

    /** For how long whoever sent a request had waited for names just before; empty if that was not long. */
    public static Optional<NameWait> nameWait(Transaction hop, List<Transaction> all, NetworkEvents events) {
        return NameWait.before(hop, all, events);
    }

    private static long sent(Transaction hop) {
        return hop.request().map(Message::time).orElse(Captured.NO_TIME);
    }

    private static long refused(Transaction hop, Set<Integer> codes) {
        return hop.finalResponse()
                .filter(response -> codes.contains(response.head().status()))
                .map(Message::time)
                .orElse(Captured.NO_TIME);
    }

    /** The domain whose service was looked for. */
    public static String domain(DnsLookup lookup) {
        String rest = lookup.name();
        while (rest.startsWith("_") && rest.indexOf('.') > 0) {
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return rest;
    }

    /** The same of the request of a hop; empty without one. */
    static String target(Transaction hop) {
        return hop.request()
                .map(request -> target(SipMessage.parse(request.captured().bytes())))
                .orElse("");
    }

    /** The host of the Request-URI in lower case. */
    public static String target(SipMessage request) {
        return request.requestUri()
                .map(uri -> SipUri.of(uri).host().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
