package org.ringback.network;

import java.util.ArrayList;
import java.util.List;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Endpoints;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sighting;

/** The events of one file as they are found. What is about SIP has a place of its own, lest a web page's connections take it. */
final class Gathered {

    /** As {@code Unusable.Reason.ENCRYPTED} has it: those after 5061 are given to further trunks and tenants. */
    private static final int FIRST_PORT = 5060;

    private static final int LAST_PORT = 5099;

    private final int file;
    private final long offset;
    private final Endpoints endpoints = new Endpoints();
    private final List<NetworkEvent> events = new ArrayList<>();
    private int ofSip;
    private int others;
    private long omitted;

    Gathered(int file, long offset) {
        this.file = file;
        this.offset = offset;
    }

    /** The packet that is being looked at. */
    Sighting seen(Packet packet, Sighting.Kind kind) {
        AddressPair ends = packet.addresses;
        return seen(packet, kind, source(ends, ends.sourcePort), destination(ends, ends.destinationPort));
    }

    /** The same of a packet that has no ports. */
    Sighting seenWithoutPorts(Packet packet, Sighting.Kind kind) {
        return seen(packet, kind, source(packet.addresses, 0), destination(packet.addresses, 0));
    }

    private Sighting seen(Packet packet, Sighting.Kind kind, Endpoint source, Endpoint destination) {
        long time = packet.time == Captured.NO_TIME ? Captured.NO_TIME : Captured.told(packet.time + offset);
        return new Sighting(file, packet.frame, time, source, destination, kind);
    }

    Endpoint endpoint(boolean ipv6, long high, long low, int port) {
        return endpoints.of(ipv6, high, low, port);
    }

    private Endpoint source(AddressPair ends, int port) {
        return endpoints.of(ends.ipv6, ends.sourceHigh, ends.sourceLow, port);
    }

    private Endpoint destination(AddressPair ends, int port) {
        return endpoints.of(ends.ipv6, ends.destinationHigh, ends.destinationLow, port);
    }

    synchronized void add(NetworkEvent event) {
        boolean sip = sip(event);
        if ((sip ? ofSip : others) >= Limits.NETWORK_EVENTS) {
            omitted++;
            return;
        }
        events.add(event);
        if (sip) {
            ofSip++;
        } else {
            others++;
        }
    }

    /** A client got its WebSocket for SIP: what was refused to it there before, as without a login, did no harm. */
    synchronized void granted(Sighting opening) {
        boolean found = events.removeIf(event -> event instanceof WebSocketRefused refused
                && refused.asksForSip()
                && refused.client().host().equals(opening.source().host())
                && refused.server().equals(opening.destination()));
        if (found) {
            ofSip = (int) events.stream().filter(Gathered::sip).count();
        }
    }

    /** Something of which nobody knows how it ended, because too much was going on. */
    synchronized void omit() {
        omitted++;
    }

    private static boolean sip(NetworkEvent event) {
        return switch (event) {
            case DnsLookup lookup -> lookup.ofSip() || lookup.outcome() != DnsLookup.Outcome.ANSWERED;
            case IcmpError error -> !error.quote().text().isEmpty() || onPortOfSip(event);
            case WebSocketRefused refused -> refused.asksForSip() || onPortOfSip(event);
            default -> onPortOfSip(event);
        };
    }

    private static boolean onPortOfSip(NetworkEvent event) {
        return portOfSip(event.from().port()) || portOfSip(event.to().port());
    }

    static boolean portOfSip(int port) {
        return port >= FIRST_PORT && port <= LAST_PORT;
    }

    synchronized long omitted() {
        return omitted;
    }

    /** All so far; another thread may ask. */
    synchronized NetworkEvents told() {
        return new NetworkEvents(events, omitted);
    }
}
