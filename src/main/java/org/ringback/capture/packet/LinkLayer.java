package org.ringback.capture.packet;

import java.util.BitSet;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Unusable;

/** The outermost layer of a packet, by the link type of its file or interface (the LINKTYPE numbers of tcpdump.org). */
final class LinkLayer {

    private static final int LARGEST_LENGTH = 1500;

    private final Layers layers;
    private final EtherTypes etherTypes;
    private final BitSet unknown = new BitSet();

    LinkLayer(Layers layers, EtherTypes etherTypes) {
        this.layers = layers;
        this.etherTypes = etherTypes;
    }

    void read(Packet packet, int linkType, long from, long to) {
        switch (linkType) {
            case 1 -> ethernet(packet, from, to);
            case 0, 108 -> loopback(packet, from, to);
            case 9 -> ppp(packet, from, to);
            case 50 -> serialPpp(packet, from, to);
            case 51 -> etherTypes.pppoe(packet, from, to);
            case 12, 14, 101, 228, 229 -> layers.ip(packet, from, to);
            case 104 -> ciscoHdlc(packet, from, to);
            case 113 -> cooked(packet, from, to);
            case 276 -> cookedV2(packet, from, to);
            default -> unknown(packet, linkType);
        }
    }

    /** Ethernet II, or 802.3 with LLC and SNAP (RFC 1042). */
    void ethernet(Packet packet, long from, long to) {
        if (to - from < 14) {
            return;
        }
        int type = Bytes.u16(packet.bytes, from + 12);
        if (type > LARGEST_LENGTH) {
            etherTypes.read(packet, type, from + 14, to);
        } else if (to - from >= 22 && Bytes.i32(packet.bytes, from + 14) >>> 8 == 0xAAAA03) {
            etherTypes.read(packet, Bytes.u16(packet.bytes, from + 20), from + 22, to);
        }
    }

    /** PPP with or without the HDLC address and control, with a protocol of one byte or two (RFC 1661). */
    void ppp(Packet packet, long from, long to) {
        long at = from;
        if (to - at >= 4 && Bytes.u16(packet.bytes, at) == 0xFF03) {
            at += 2;
        }
        if (to - at < 2) {
            return;
        }
        int protocol = Bytes.u8(packet.bytes, at);
        if ((protocol & 1) != 0) {
            at++;
        } else {
            protocol = Bytes.u16(packet.bytes, at);
            at += 2;
        }
        if (protocol == 0x21 || protocol == 0x57) {
            layers.ip(packet, at, to);
        }
    }

    private void serialPpp(Packet packet, long from, long to) {
        if (to - from >= 4 && Bytes.u8(packet.bytes, from) != 0xFF && Bytes.u8(packet.bytes, from + 1) == 0) {
            ciscoHdlc(packet, from, to);
        } else {
            ppp(packet, from, to);
        }
    }

    private void ciscoHdlc(Packet packet, long from, long to) {
        if (to - from >= 4) {
            etherTypes.read(packet, Bytes.u16(packet.bytes, from + 2), from + 4, to);
        }
    }

    /**
     * An address family in the byte order of whoever captured (or big endian, link type 108), and each system has its own
     * number for IPv6: so the version of the packet itself is asked.
     */
    private void loopback(Packet packet, long from, long to) {
        if (to - from > 4) {
            layers.ip(packet, from + 4, to);
        }
    }

    private void cooked(Packet packet, long from, long to) {
        if (to - from >= 16) {
            etherTypes.read(packet, Bytes.u16(packet.bytes, from + 14), from + 16, to);
        }
    }

    private void cookedV2(Packet packet, long from, long to) {
        if (to - from >= 20) {
            etherTypes.read(packet, Bytes.u16(packet.bytes, from), from + 20, to);
        }
    }

    private void unknown(Packet packet, int linkType) {
        if (!unknown.get(linkType)) {
            unknown.set(linkType);
            layers.output.unusable(packet.frame, Unusable.Reason.UNKNOWN_LINK_TYPE, Integer.toString(linkType));
        }
    }
}
