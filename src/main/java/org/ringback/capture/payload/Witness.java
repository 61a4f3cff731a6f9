package org.ringback.capture.payload;

import org.ringback.capture.wire.Captured;

/**
 * Sees what the packets of a file show besides messages, while it is read: media, connections, errors of the network. Is called
 * on the thread that reads, packet by packet in the order of the file, and must keep nothing that it is given: the packet and
 * its bytes are others a moment later. Where damage or a cut capture has left less than a header, nothing is told.
 */
public interface Witness {

    /** Whom nothing but messages interests. */
    Witness BLIND = new Witness() {};

    /** Makes the witness of each file. */
    interface Bench {

        /** Nobody looks. */
        Bench EMPTY = (_, _) -> BLIND;

        /**
         * Who looks at a file.
         *
         * @param file index of the file in the order given
         * @param offset what is to be added to the time of each packet, in microseconds, see {@link Captured#time()}
         */
        Witness of(int file, long offset);
    }

    /**
     * The payload of a UDP datagram that is neither SIP nor HEP nor a tunnel, or a packet of media that a TCP stream carries
     * (RFC 4571), as {@link Packet#transport} says. Its addresses and ports are known;
     * {@link Packet#missing} says how many of its bytes were not captured.
     */
    default void datagram(Packet packet, long from, long to) {}

    /**
     * An ICMP message from its type on (RFC 792), or an ICMPv6 one (RFC 4443) if the addresses are of IPv6; ports are not known.
     */
    default void icmp(Packet packet, long from, long to) {}

    /**
     * A TCP segment (RFC 9293); addresses and ports are known.
     *
     * @param from where its header begins
     * @param data where its data begins
     */
    default void segment(Packet packet, long from, long data, long to) {}

    /**
     * A TCP segment of a connection with SIP that brings only bytes that came before, and that the other side, of which
     * something was seen, has not acknowledged so far. It was given as {@link #segment} before.
     *
     * @param end the sequence number behind its last byte
     * @param size how many bytes it has
     */
    default void repeated(Packet packet, int end, long size) {}

    /**
     * The file was read to its end, or is read no further.
     *
     * @param last when its last packet was captured, whatever that was, as {@link Packet#time}
     */
    default void end(long last) {}
}
