package org.ringback.network;

import java.util.List;
import org.ringback.capture.wire.Sighting;

/**
 * With what a client begins TLS (RFC 8446 section 4.1.2).
 *
 * @param seen the packet that completed it
 * @param serverName the host that it asks for in lower case (RFC 6066 section 3), empty if it names none
 * @param versions offered, as on the wire: 0x0303 is TLS 1.2
 */
public record ClientHello(Sighting seen, String serverName, List<Integer> versions) {

    public ClientHello {
        versions = List.copyOf(versions);
    }

    /** Nothing could be read of it. */
    static ClientHello unread(Sighting seen) {
        return new ClientHello(seen, "", List.of());
    }
}
