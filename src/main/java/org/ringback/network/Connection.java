package org.ringback.network;

import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sighting;

/** What is remembered of a TCP connection of which something is told, or may be. */
final class Connection {

    /** How far it has come. */
    enum State {
        /** Asked for, and neither accepted nor refused. */
        OPENING,
        /** TLS has begun, and is not encrypted yet. */
        HANDSHAKE,
        /** Its end was told. */
        ENDED
    }

    final ConnectionKey key;
    State state = State.OPENING;

    /** The first SYN, and the last. */
    Sighting opening;

    Sighting lastOpening;
    int tries;

    /** Null unless TLS has begun. */
    Handshake handshake;

    Connection(ConnectionKey key) {
        this.key = key;
    }

    /** Whether its last SYN is older than this, in microseconds. */
    boolean waitedLongerThan(long wait, long now) {
        return now != Captured.NO_TIME && lastOpening.time() != Captured.NO_TIME && now - lastOpening.time() > wait;
    }

    /** Whether a packet comes from the side that opened the connection. */
    boolean fromClient(AddressPair addresses) {
        return key.ends.same(addresses);
    }
}
