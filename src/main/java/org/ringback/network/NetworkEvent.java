package org.ringback.network;

import java.util.stream.Stream;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;

/** Something that happened to a datagram, a connection or a name, in a packet that shows it. */
public sealed interface NetworkEvent
        permits CertificateFault,
                ConnectionClosed,
                ConnectionRefused,
                ConnectionReset,
                DnsLookup,
                IcmpError,
                SegmentUnacknowledged,
                SynUnanswered,
                TlsAlert,
                TlsUnanswered,
                WebSocketRefused {

    /** The packet that shows it, or the last one that should have been answered. */
    Sighting seen();

    /** The packets of which it is told: the one that shows it, and those with which it began or ended. */
    default Stream<Sighting> packets() {
        return Stream.of(seen());
    }

    /** What shows it, as protocols and tools call it in every language. */
    String label();

    /** Who had sent what it is about: a request, a connection, a question. */
    default Endpoint from() {
        return seen().source();
    }

    /** To whom that was sent. */
    default Endpoint to() {
        return seen().destination();
    }

    /** Who opened the connection, asked for the name or sent the packet that it is about. */
    default Endpoint client() {
        return from();
    }

    /** The other end of it. */
    default Endpoint server() {
        return to();
    }
}
