package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Tunnel;

/** RFC 2784 with the options of RFC 2890 and RFC 1701, PPTP's version 1 (RFC 2637), and ERSPAN of all three types. */
final class Gre {

    private static final int ERSPAN = 0x88BE;
    private static final int ERSPAN_III = 0x22EB;

    private final Layers layers;

    Gre(Layers layers) {
        this.layers = layers;
    }

    void read(Packet packet, long from, long to) {
        MemorySegment bytes = packet.bytes;
        if (to - from < 4) {
            return;
        }
        int flags = Bytes.u16(bytes, from);
        int type = Bytes.u16(bytes, from + 2);
        boolean checksum = (flags & 0x8000) != 0;
        boolean routing = (flags & 0x4000) != 0;
        boolean key = (flags & 0x2000) != 0;
        boolean sequence = (flags & 0x1000) != 0;
        long at = from + 4 + (checksum || routing ? 4 : 0) + (key ? 4 : 0) + (sequence ? 4 : 0);
        if ((flags & 7) == 1) {
            at += (flags & 0x80) != 0 ? 4 : 0;
        } else if (routing) {
            at = afterRouting(bytes, at, to);
        }
        if (at >= to) {
            return;
        }
        switch (type) {
            case ERSPAN -> {
                packet.enterTunnel(Tunnel.ERSPAN);
                // Type I has neither a sequence number nor a header of its own.
                layers.ethernet(packet, sequence ? at + 8 : at, to);
            }
            case ERSPAN_III -> {
                packet.enterTunnel(Tunnel.ERSPAN);
                erspan3(packet, at, to);
            }
            default -> {
                packet.enterTunnel(Tunnel.GRE);
                layers.etherType(packet, type, at, to);
            }
        }
    }

    /** Source routes end with an empty one (RFC 1701). */
    private static long afterRouting(MemorySegment bytes, long from, long to) {
        long at = from;
        while (to - at >= 4) {
            boolean last = Bytes.u16(bytes, at) == 0 && Bytes.u8(bytes, at + 3) == 0;
            at += 4 + Bytes.u8(bytes, at + 3);
            if (last) {
                return at;
            }
        }
        return to;
    }

    /** draft-foschiano-erspan section 4.3. */
    private void erspan3(Packet packet, long from, long to) {
        if (to - from < 12) {
            return;
        }
        int kind = Bytes.u8(packet.bytes, from + 10) >>> 2 & 0x1F;
        boolean subheader = (Bytes.u8(packet.bytes, from + 11) & 1) != 0;
        long at = from + 12 + (subheader ? 8 : 0);
        if (kind == 2) {
            layers.ip(packet, at, to);
        } else if (kind == 0) {
            layers.ethernet(packet, at, to);
        }
    }
}
