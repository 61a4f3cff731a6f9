package org.ringback.capture.payload;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;

/**
 * The packet that is being looked at; one object serves a whole file. Each layer gets the packet and the range of its own
 * bytes, and writes what it knows.
 */
public final class Packet {

    /** Where the packet lies: the file, or own memory if it was put together from fragments. */
    public MemorySegment bytes = MemorySegment.NULL;

    /** As in {@link Captured#time()}. */
    public long time = Captured.NO_TIME;

    /** Counted from 1. */
    public long frame;

    /** How many bytes of the innermost layer so far were sent but not captured. */
    public long missing;

    /** The differentiated services code point of the innermost IP header (RFC 2474). */
    public int dscp;

    /** The identification of the innermost IP header, or -1 where it has none: a copy of a packet has the same (RFC 6864). */
    public int identification = -1;

    /** What carried the innermost payload: a datagram, unless a stream says otherwise. */
    public Transport transport = Transport.UDP;

    /** How many layers were opened. */
    public int layers;

    public final AddressPair addresses = new AddressPair();

    /** The outer layers' addresses are of no use any more. */
    public void enterTunnel(Tunnel kind) {
        addresses.tunnels = kind.inside(addresses.tunnels);
    }
}
