package org.ringback.diagnosis.evidence;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.network.DnsLookup;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkEvents;

/** Ties what the network did to the messages that it did it to. */
public final class Transmission {

    /** A router waits for a host that may answer before it says that there is none. */
    private static final long ERROR_AFTER = 10_000_000;

    /** Two packets that were captured one after the other may have changed places. */
    private static final long CHANGED_PLACES = 10_000;

    /** Less of a text is no proof that it is that very message. */
    private static final int TELLING = 24;

    private final NetworkEvents events;

    Transmission(NetworkEvents events) {
        this.events = events;
    }

    /** The errors that quote a message, or by length and ends can mean no other, in order of time. */
    public List<IcmpError> errorsAbout(Message message) {
        Captured sent = message.captured();
        if (sent.time() == Captured.NO_TIME) {
            return List.of();
        }
        List<IcmpError> errors = new ArrayList<>();
        for (NetworkEvent event : events.between(
                sent.source(), sent.destination(), sent.time() - CHANGED_PLACES, sent.time() + ERROR_AFTER)) {
            if (event instanceof IcmpError error
                    && error.from().host().equals(sent.source().host())
                    && quotes(error, sent)) {
                errors.add(error);
            }
        }
        return errors;
    }

    private static boolean quotes(IcmpError error, Captured sent) {
        String text = error.quote().text();
        if (!error.quote().udp()) {
            return false;
        }
        long length = sent.bytes().byteSize();
        if (text.length() < TELLING) {
            return error.quote().length() == length && error.from().port() != 0;
        }
        int quoted = (int) Math.min(text.length(), length);
        for (int at = 0; at < quoted; at++) {
            if ((sent.bytes().get(ValueLayout.JAVA_BYTE, at) & 0xFF) != text.charAt(at)) {
                return false;
            }
        }
        return true;
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

    /** What happened to connections that a host opened itself. */
    public List<NetworkEvent> begunBy(Endpoint host, long from, long to) {
        return events.begunBy(host.host(), from, to);
    }

    /** The names for which a host had an answer, or asked last, within a time. */
    public List<DnsLookup> lookupsOf(Endpoint host, long from, long to) {
        return events.lookupsOf(host.host(), from, to);
    }
}
