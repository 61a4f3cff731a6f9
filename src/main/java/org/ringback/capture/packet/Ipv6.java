package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;

/** RFC 8200. */
final class Ipv6 {

    private static final int HEADER = 40;

    private final Layers layers;
    private final Fragments fragments;

    Ipv6(Layers layers, Fragments fragments) {
        this.layers = layers;
        this.fragments = fragments;
    }

    void read(Packet packet, long from, long to) {
        MemorySegment bytes = packet.bytes;
        if (to - from < HEADER || Bytes.u8(bytes, from) >>> 4 != 6) {
            return;
        }
        int length = Bytes.u16(bytes, from + 4);
        // Zero stands for a jumbogram, or for a length that the network card was to write.
        long end = length == 0 ? to : from + HEADER + length;
        packet.missing = Math.max(0, end - to);
        end = Math.min(end, to);
        AddressPair addresses = packet.addresses;
        packet.identification = -1;
        packet.dscp = Bytes.u16(bytes, from) >>> 6 & 0x3F;
        addresses.ipv6 = true;
        addresses.sourceHigh = Bytes.i64(bytes, from + 8);
        addresses.sourceLow = Bytes.i64(bytes, from + 16);
        addresses.destinationHigh = Bytes.i64(bytes, from + 24);
        addresses.destinationLow = Bytes.i64(bytes, from + 32);
        extensions(packet, Bytes.u8(bytes, from + 6), from + HEADER, end);
    }

    private void extensions(Packet packet, int first, long from, long to) {
        MemorySegment bytes = packet.bytes;
        int next = first;
        long at = from;
        for (int headers = 0; headers < Limits.EXTENSION_HEADERS; headers++) {
            long length;
            switch (next) {
                case 0, 43, 60, 135, 139, 140 -> length = to - at < 8 ? 8 : 8 * (Bytes.u8(bytes, at + 1) + 1L);
                case 51 -> length = to - at < 8 ? 8 : 4 * (Bytes.u8(bytes, at + 1) + 2L);
                case 44 -> {
                    if (to - at < 8) {
                        return;
                    }
                    int fragment = Bytes.u16(bytes, at + 2);
                    if ((fragment & 0xFFF9) != 0) {
                        fragments.add(
                                packet,
                                Bytes.u8(bytes, at),
                                Bytes.i32(bytes, at + 4),
                                fragment & 0xFFF8,
                                (fragment & 1) != 0,
                                at + 8,
                                to);
                        return;
                    }
                    length = 8;
                }
                default -> {
                    layers.transport(packet, next, at, to);
                    return;
                }
            }
            if (to - at < length) {
                return;
            }
            next = Bytes.u8(bytes, at);
            at += length;
        }
        layers.output.limit(packet.frame, "EXTENSION_HEADERS");
    }

    /** What a reassembled packet goes on with, which may be another extension header. */
    void reassembled(Packet packet, int next, long from, long to) {
        extensions(packet, next, from, to);
    }
}
