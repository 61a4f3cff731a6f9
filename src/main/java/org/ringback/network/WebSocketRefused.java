package org.ringback.network;

import java.util.stream.Stream;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;

/**
 * A WebSocket that a client asked for by HTTP and did not get for SIP (RFC 6455 section 4, RFC 7118 section 4): another status
 * than 101, or a 101 that does not agree to the subprotocol.
 *
 * @param seen the response
 * @param opening the request
 * @param status of HTTP
 * @param phrase as it came with the status, may be empty
 * @param path what was asked for, beginning with a slash
 * @param asksForSip whether the request offers the subprotocol "sip"
 */
public record WebSocketRefused(
        Sighting seen, Sighting opening, int status, String phrase, String path, boolean asksForSip)
        implements NetworkEvent {

    public static final int SWITCHING = 101;

    @Override
    public Stream<Sighting> packets() {
        return Stream.of(seen, opening);
    }

    @Override
    public String label() {
        return "HTTP " + status;
    }

    @Override
    public Endpoint from() {
        return opening.source();
    }

    @Override
    public Endpoint to() {
        return opening.destination();
    }

    /** Whether the connection was granted, but for no protocol or another one. */
    public boolean withoutSip() {
        return status == SWITCHING;
    }
}
