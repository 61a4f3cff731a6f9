package org.ringback.network;

import java.util.stream.Stream;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;

/**
 * A connection that was reset before it was open (RFC 9293 section 3.10.7.1): no program listens on that port, or a firewall
 * refuses in its name.
 *
 * @param seen the reset, from whom the connection was to be opened to
 * @param opening the SYN that asked for it
 */
public record ConnectionRefused(Sighting seen, Sighting opening) implements NetworkEvent {

    @Override
    public Stream<Sighting> packets() {
        return Stream.of(seen, opening);
    }

    @Override
    public String label() {
        return "TCP RST";
    }

    @Override
    public Endpoint from() {
        return opening.source();
    }

    @Override
    public Endpoint to() {
        return opening.destination();
    }
}
