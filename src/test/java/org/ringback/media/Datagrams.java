package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Datagrams as they come out of a file, given to a witness one after the other. */
public final class Datagrams {

    private final MediaWitness witness;
    private final Packet packet = new Packet();

    public Datagrams(int file) {
        witness = new MediaWitness(file, 0);
    }

    /** Counts the packets on from here. */
    public void frame(long number) {
        packet.frame = number;
    }

    /** The packets from here on have this identification of IP, or -1 for none. */
    public void identification(int number) {
        packet.identification = number;
    }

    /** What carries the packets from here on. */
    public void over(Transport transport) {
        packet.transport = transport;
    }

    public long frame() {
        return packet.frame;
    }

    public void send(long time, Endpoint source, Endpoint destination, byte[] bytes) {
        cut(time, source, destination, bytes, 0);
    }

    /** One of which the capture kept less than was sent. */
    void cut(long time, Endpoint source, Endpoint destination, byte[] bytes, int missing) {
        AddressPair addresses = packet.addresses;
        addresses.ipv6 = source.host().contains(":");
        addresses.sourceHigh = half(source, true);
        addresses.sourceLow = half(source, false);
        addresses.sourcePort = source.port();
        addresses.destinationHigh = half(destination, true);
        addresses.destinationLow = half(destination, false);
        addresses.destinationPort = destination.port();
        packet.bytes = MemorySegment.ofArray(bytes);
        packet.time = time;
        packet.frame++;
        packet.missing = missing;
        witness.datagram(packet, 0, bytes.length);
    }

    private static long half(Endpoint end, boolean high) {
        try {
            byte[] octets = InetAddress.getByName(end.host()).getAddress();
            if (octets.length == 4) {
                return high ? 0 : ByteBuffer.wrap(octets).getInt() & 0xFFFF_FFFFL;
            }
            return ByteBuffer.wrap(octets).getLong(high ? 0 : 8);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The file was read. */
    void end() {
        witness.end(packet.time);
    }

    public MediaSeen seen() {
        return witness.seen();
    }

    /** The only stream that there is. */
    MediaStream only() {
        MediaSeen seen = seen();
        if (seen.streams().size() != 1) {
            throw new AssertionError("not one stream but " + seen.streams().size());
        }
        return seen.streams().getFirst();
    }
}
