package org.ringback.flow;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.ringback.media.MediaStream;
import org.ringback.network.DnsLookup;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkEvents;

/**
 * What the network did to one call: errors about its messages and its media, what became of its connections, and what its servers
 * tried in vain to pass it on.
 *
 * @param happenings in order of time
 * @param omitted how many more there were than are kept
 */
public record CallNetwork(List<Happening> happenings, long omitted) {

    /** Of what the network did nothing to. */
    public static final CallNetwork NOTHING = new CallNetwork(List.of(), 0);

    /** More of them would hide the messages. */
    private static final int MOST = 24;

    /** Nobody listens where media go, and packet after packet is answered so. */
    private static final int MOST_AGAIN = 1_000;

    public CallNetwork {
        happenings = List.copyOf(happenings);
    }

    /** Finds what belongs to a call; events without a time belong to none. */
    public static CallNetwork of(Call call, CallMedia media, NetworkEvents events) {
        if (events.isEmpty()) {
            return NOTHING;
        }
        Set<NetworkEvent> found = new LinkedHashSet<>(SignalingConnections.of(call, events));
        for (Message message : call.messages()) {
            found.addAll(QuotedMessages.errorsAbout(message, events));
        }
        for (Transaction hop : call.transactions()) {
            Onward.connections(hop, events).stream()
                    .filter(SignalingConnections::notOpened)
                    .forEach(found::add);
            Onward.lookups(hop, events).stream()
                    .filter(lookup -> lookup.outcome() != DnsLookup.Outcome.ANSWERED)
                    .forEach(found::add);
            Onward.nameWait(hop, call.transactions(), events).ifPresent(wait -> found.addAll(wait.lookups()));
        }
        media.streams().forEach(stream -> found.addAll(errorsAbout(stream.stream(), events)));
        return together(found);
    }

    /** What came back while a stream was sent, because of its packets. */
    private static List<NetworkEvent> errorsAbout(MediaStream stream, NetworkEvents events) {
        if (stream.first().time() == Captured.NO_TIME) {
            return List.of();
        }
        return events
                .between(
                        stream.source(),
                        stream.destination(),
                        stream.first().time(),
                        stream.last().time() + SignalingConnections.SHORTLY)
                .stream()
                .filter(event -> event instanceof IcmpError error
                        && error.quote().udp()
                        && error.from().equals(stream.source())
                        && error.to().equals(stream.destination()))
                .toList();
    }

    private static CallNetwork together(Set<NetworkEvent> found) {
        Map<List<Object>, List<NetworkEvent>> alike = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparingLong(
                                (NetworkEvent event) -> event.seen().time())
                        .thenComparingInt(event -> event.seen().file())
                        .thenComparingLong(event -> event.seen().frame()))
                .forEach(event -> alike.computeIfAbsent(said(event), _ -> new ArrayList<>(1))
                        .add(event));
        List<Happening> kept = new ArrayList<>();
        long omitted = 0;
        for (List<NetworkEvent> same : alike.values()) {
            int most = kept.size() < MOST ? Math.min(same.size(), MOST_AGAIN + 1) : 0;
            if (most > 0) {
                kept.add(new Happening(same.getFirst(), same.subList(1, most)));
            }
            omitted += same.size() - most;
        }
        return new CallNetwork(kept, omitted);
    }

    /** What is equal in those that say the same: a client has another port for each connection, a router none. */
    private static List<Object> said(NetworkEvent event) {
        Endpoint about = event.server();
        return List.of(
                event.getClass(),
                event.label(),
                event.seen().source().host(),
                event.seen().destination().host(),
                event.client().host(),
                event instanceof DnsLookup lookup ? lookup.name() + " " + lookup.type() : about);
    }
}
