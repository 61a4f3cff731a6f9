package org.ringback.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.network.CertificateFault;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionReset;
import org.ringback.network.DnsLookup;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkEvents;
import org.ringback.network.TlsAlert;

/** What became of the connections between the hosts of one call while it went on. */
final class SignalingConnections {

    /** What comes so soon after something may belong to it, in microseconds. */
    static final long SHORTLY = 1_000_000;

    /** Who cannot connect tries something else before it gives up. */
    private static final long TRIED_BEFORE = 5_000_000;

    /** So long a request waits for its answer: 64 times T1 (RFC 3261, 17.1.1.2). */
    private static final long WAITING = 32_000_000;

    private final Call call;
    private final NetworkEvents events;
    private final Map<Hosts, Stay> stays = new LinkedHashMap<>();
    private final Set<Endpoint> ends = new LinkedHashSet<>();
    private final List<NetworkEvent> found = new ArrayList<>();

    /** Two hosts that talk with each other. */
    private record Hosts(String one, String other) {
        static Hosts of(Captured message) {
            String one = message.source().host();
            String other = message.destination().host();
            return one.compareTo(other) <= 0 ? new Hosts(one, other) : new Hosts(other, one);
        }
    }

    /** When messages of the call went between two hosts, and over which connections. */
    private static final class Stay {
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private final Map<Set<Endpoint>, Captured> connections = new HashMap<>();
    }

    private SignalingConnections(Call call, NetworkEvents events) {
        this.call = call;
        this.events = events;
    }

    static List<NetworkEvent> of(Call call, NetworkEvents events) {
        return new SignalingConnections(call, events).found();
    }

    private List<NetworkEvent> found() {
        for (Message message : call.messages()) {
            Captured sent = message.captured();
            if (sent.time() != Captured.NO_TIME
                    && !sent.source().host().isEmpty()
                    && !sent.destination().host().isEmpty()) {
                Stay stay = stays.computeIfAbsent(Hosts.of(sent), _ -> new Stay());
                stay.first = Math.min(stay.first, sent.time());
                stay.last = Math.max(stay.last, sent.time());
                ends.add(sent.source());
                ends.add(sent.destination());
                if (inOrder(sent)) {
                    stay.connections.putIfAbsent(Set.of(sent.source(), sent.destination()), sent);
                }
            }
        }
        for (Transaction hop : call.transactions()) {
            // Whoever waits for an answer goes on waiting after the last message.
            if (hop.finalResponse().isEmpty() && !hop.method().equals("ACK")) {
                Stay stay = stays.get(Hosts.of(hop.last().captured()));
                if (stay != null) {
                    stay.last = Math.max(stay.last, hop.last().time() + WAITING);
                }
            }
        }
        stays.forEach(this::look);
        return found;
    }

    /** Whether it came over a connection whose two ends are known; one host that talks to one port of its own has none. */
    private static boolean inOrder(Captured message) {
        return switch (message.transport()) {
            case TCP, TLS, WS, WSS -> !message.source().equals(message.destination());
            default -> false;
        };
    }

    private void look(Hosts hosts, Stay stay) {
        for (NetworkEvent event :
                events.betweenHosts(hosts.one(), hosts.other(), stay.first - TRIED_BEFORE, stay.last + SHORTLY)) {
            boolean before = event.seen().time() < stay.first;
            if (notOpened(event) && (ends.contains(event.server()) || (before && Onward.ofSip(event.server())))) {
                found.add(event);
            }
        }
        for (Captured over : stay.connections.values()) {
            events.between(over.source(), over.destination(), stay.first, stay.last + SHORTLY).stream()
                    .filter(event -> event instanceof ConnectionReset
                            || event instanceof ConnectionClosed
                            || (event instanceof TlsAlert alert && alert.fatal()))
                    .forEach(found::add);
        }
    }

    /** Whether it tells of a connection that did not come about. */
    static boolean notOpened(NetworkEvent event) {
        return switch (event) {
            case ConnectionReset _, ConnectionClosed _, DnsLookup _ -> false;
            case IcmpError error -> error.quote().tcp() && error.cause() != IcmpError.Cause.TOO_BIG;
            case TlsAlert alert -> alert.hello().isPresent() && alert.fatal();
            case CertificateFault fault -> fault.verdict() != CertificateFault.Verdict.ACCEPTED;
            default -> true;
        };
    }
}
