package org.ringback.flow;

import org.ringback.media.DtlsHandshake;

/**
 * A handshake of DTLS between the ports of a call.
 *
 * @param client the side that began it
 */
public record CallHandshake(DtlsHandshake handshake, Side client) {

    /** Whose a certificate or an alert is. */
    public Side side(boolean ofClient) {
        return ofClient ? client : client.other();
    }
}
