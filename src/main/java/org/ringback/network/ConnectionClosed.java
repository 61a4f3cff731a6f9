package org.ringback.network;

import org.ringback.capture.wire.Sighting;

/**
 * A connection that one side closed in order (RFC 9293 section 3.6).
 *
 * @param seen the first FIN; its source is who closed
 */
public record ConnectionClosed(Sighting seen) implements NetworkEvent {
    @Override
    public String label() {
        return "TCP FIN";
    }
}
