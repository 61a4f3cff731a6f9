package org.ringback.media;

import org.ringback.capture.wire.Endpoint;

/**
 * Datagrams from one endpoint to another that are neither signaling nor RTP.
 *
 * @param file index of the file in the order given
 * @param kind what most of them are
 * @param packets how many there were
 */
public record MediaFlow(
        int file, Endpoint source, Endpoint destination, Kind kind, long packets, Moment first, Moment last) {

    /** What datagrams are, by their first bytes. */
    public enum Kind {
        /** Reports, see {@link ReceiverReport}. */
        RTCP,
        /** Reports that are encrypted (RFC 3711, section 3.4). */
        SRTCP,
        /** Looks for a way through NAT, as ICE does (RFC 8489, RFC 8445). */
        STUN,
        /** Agrees on keys (RFC 5764). */
        DTLS,
        /** Anything else, T.38 over UDPTL for instance. */
        OTHER
    }
}
