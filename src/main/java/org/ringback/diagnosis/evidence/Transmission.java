package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.flow.NameWait;
import org.ringback.flow.Onward;
import org.ringback.flow.QuotedMessages;
import org.ringback.network.DnsLookup;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkEvents;

/** Ties what the network did to the messages that it did it to. */
public final class Transmission {

    private final NetworkEvents events;

    Transmission(NetworkEvents events) {
        this.events = events;
    }

    /** The errors that quote a message, or by length and ends can mean no other, in order of time. */
    public List<IcmpError> errorsAbout(Message message) {
        return QuotedMessages.errorsAbout(message, events);
    }

    /** The same for all copies of a request on one hop, each error once. */
    public List<IcmpError> errorsAbout(Transaction hop) {
        return hop.messages().stream()
                .filter(message -> message.request(hop.method()))
                .flatMap(request -> errorsAbout(request).stream())
                .distinct()
                .toList();
    }

    /** The first thing that happened on the connection of a hop from a moment on, within so many microseconds. */
    public List<NetworkEvent> onConnection(Endpoint one, Endpoint other, long from, long within) {
        return from == Captured.NO_TIME ? List.of() : events.between(one, other, from, from + within);
    }

    /** What came of connections that a server began to pass on a request which it then refused. */
    public List<NetworkEvent> connectionsBehind(Transaction hop) {
        return Onward.connections(hop, events);
    }

    /** Names that a server asked for, to pass a request on which it then refused; none if it found an address. */
    public List<DnsLookup> lookupsBehind(Transaction hop) {
        return Onward.lookups(hop, events);
    }

    /**
     * For how long whoever sent a request had waited for names just before; empty if that was not long.
     *
     * @param all transactions of the call
     */
    public Optional<NameWait> nameWaitBefore(Transaction hop, List<Transaction> all) {
        return Onward.nameWait(hop, all, events);
    }
}
