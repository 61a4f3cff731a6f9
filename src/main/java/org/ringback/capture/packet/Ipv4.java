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
        // Eight bytes at once: to read each field where it lies takes several times as long.
        long begin = Bytes.i64(bytes, from);
        long middle = Bytes.i64(bytes, from + 8);
        int header = (int) (begin >>> 56 & 0xF) * 4;
        int total = (int) (begin >>> 32) & 0xFFFF;
        if (begin >>> 60 != 4 || header < SHORTEST_HEADER || to - from < header) {
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
        addresses.sourceLow = middle & 0xFFFF_FFFFL;
        addresses.destinationHigh = 0;
        addresses.destinationLow = Bytes.u32(bytes, from + 16);
        packet.dscp = (int) (begin >>> 50) & 0x3F;
        packet.identification = (int) (begin >>> 16) & 0xFFFF;
        int protocol = (int) (middle >>> 48) & 0xFF;
        int fragment = (int) begin & 0xFFFF;
        if ((fragment & 0x3FFF) == 0) {
            layers.transport(packet, protocol, from + header, Math.min(end, to));
        } else {
            fragments.add(
                    packet,
                    protocol,
                    packet.identification,
                    (fragment & 0x1FFF) * 8,
                    (fragment & 0x2000) != 0,
                    from + header,
                    Math.min(end, to));
        }
    }
}
