package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;

/** RFC 791. */
final class Ipv4 {

    private static final int SHORTEST_HEADER = 20;

    private final Layers layers;
    private final Fragments fragments;

    Ipv4(Layers layers, Fragments fragments) {
        this.layers = layers;
        this.fragments = fragments;
    }

    void read(Packet packet, long from, long to) {
        MemorySegment bytes = packet.bytes;
        if (to - from < SHORTEST_HEADER) {
            return;
        }
        int first = Bytes.u8(bytes, from);
        int header = (first & 0xF) * 4;
        int total = Bytes.u16(bytes, from + 2);
        if (first >>> 4 != 4 || header < SHORTEST_HEADER || to - from < header) {
            return;
        }
        // With offload to the network card the length is not written yet when the packet is captured.
        long end = total == 0 ? to : from + total;
        if (end < from + header) {
            return;
        }
        packet.missing = Math.max(0, end - to);
        AddressPair addresses = packet.addresses;
        addresses.ipv6 = false;
        addresses.sourceHigh = 0;
        addresses.sourceLow = Bytes.u32(bytes, from + 12);
        addresses.destinationHigh = 0;
        addresses.destinationLow = Bytes.u32(bytes, from + 16);
        packet.dscp = Bytes.u8(bytes, from + 1) >>> 2;
        packet.identification = Bytes.u16(bytes, from + 4);
        int protocol = Bytes.u8(bytes, from + 9);
        int fragment = Bytes.u16(bytes, from + 6);
        if ((fragment & 0x3FFF) == 0) {
            layers.transport(packet, protocol, from + header, Math.min(end, to));
        } else {
            fragments.add(
                    packet,
                    protocol,
                    Bytes.u16(bytes, from + 4),
                    (fragment & 0x1FFF) * 8,
                    (fragment & 0x2000) != 0,
                    from + header,
                    Math.min(end, to));
        }
    }
}
