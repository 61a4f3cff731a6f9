package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;

/**
 * The way that most packets of most captures take, in one step: whole, over UDP and IPv4 without options, right behind the link
 * layer, and no text. It gives the witness what the layers one by one would give, only several times as fast, in particular while
 * the program is young.
 */
final class PlainMedia {

    /** EtherType, version and header length. */
    private static final int PLAIN = Layers.IPV4 << 8 | 0x45;

    private static final int IP = 20;
    private static final int UDP_HEADER = 8;
    private static final int UDP = 17;

    private final Layers layers;

    PlainMedia(Layers layers) {
        this.layers = layers;
    }

    /** Whether the packet was one of these; else nothing was done. */
    boolean read(Packet packet, int linkType, long from, long to) {
        long ip;
        switch (linkType) {
            case 1 -> ip = from + 14;
            case 113 -> ip = from + 16;
            default -> {
                return false;
            }
        }
        // The last number that is read here ends with the second byte behind UDP.
        if (to - ip < IP + UDP_HEADER + 2) {
            return false;
        }
        MemorySegment bytes = packet.bytes;
        long begin = Bytes.i64(bytes, ip - 2);
        long middle = Bytes.i64(bytes, ip + 6);
        long ports = Bytes.i64(bytes, ip + 22);
        int total = (int) (begin >>> 16) & 0xFFFF;
        int length = (int) (ports >>> 32) & 0xFFFF;
        boolean fragment = (middle >>> 48 & 0x3FFF) != 0;
        boolean text = (ports & 0x8000) == 0;
        if (begin >>> 40 != PLAIN
                || fragment
                || text
                || (middle >>> 32 & 0xFF) != UDP
                || length <= UDP_HEADER
                || total != IP + length
                || total > to - ip) {
            return false;
        }
        long hosts = Bytes.i64(bytes, ip + 14);
        AddressPair addresses = packet.addresses;
        addresses.ipv6 = false;
        addresses.sourceHigh = 0;
        addresses.sourceLow = (middle & 0xFFFF) << 16 | hosts >>> 48;
        addresses.sourcePort = (int) hosts & 0xFFFF;
        addresses.destinationHigh = 0;
        addresses.destinationLow = hosts >>> 16 & 0xFFFF_FFFFL;
        addresses.destinationPort = (int) (ports >>> 48);
        packet.missing = 0;
        packet.dscp = (int) (begin >>> 34) & 0x3F;
        packet.identification = (int) begin & 0xFFFF;
        layers.witness.datagram(packet, ip + IP + UDP_HEADER, ip + total);
        return true;
    }
}
