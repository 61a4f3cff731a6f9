package org.ringback.network;

import org.ringback.capture.wire.Sighting;

/**
 * An open connection that was broken off (RFC 9293 section 3.10.7.4): the program ended, the machine knows nothing of the
 * connection any more, or a firewall ended it.
 *
 * @param seen the reset; its source is who sent it, or in whose name it was sent
 */
public record ConnectionReset(Sighting seen) implements NetworkEvent {
    @Override
    public String label() {
        return "TCP RST";
    }
}
