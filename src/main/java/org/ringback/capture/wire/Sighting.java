package org.ringback.capture.wire;

/**
 * A packet that is no message, but shows something: where it stands in its capture, and what it carried from where to where.
 *
 * @param file index of the file in the order given
 * @param frame number of the packet, counted from 1
 * @param time as {@link Captured#time()}
 */
public record Sighting(int file, long frame, long time, Endpoint source, Endpoint destination, Kind kind) {

    /** What a packet carried. */
    public enum Kind {
        RTP,
        RTCP,
        STUN,
        DTLS,
        /** A datagram of UDP that is none of the others. */
        UDP,
        ICMP,
        TCP,
        TLS,
        DNS
    }
}
