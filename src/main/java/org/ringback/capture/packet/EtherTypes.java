package org.ringback.capture.packet;

import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;

/** What lies behind an EtherType: IP at last, perhaps behind VLAN tags, MPLS labels or PPPoE. */
final class EtherTypes {

    private final Layers layers;

    EtherTypes(Layers layers) {
        this.layers = layers;
    }

    void read(Packet packet, int etherType, long from, long to) {
        int type = etherType;
        long at = from;
        for (int tags = 0; tag(type); tags++) {
            if (to - at < 4 || tags == Limits.TAGS) {
                return;
            }
            type = Bytes.u16(packet.bytes, at + 2);
            at += 4;
        }
        switch (type) {
            case Layers.IPV4 -> layers.ipv4(packet, at, to);
            case Layers.IPV6 -> layers.ipv6(packet, at, to);
            case 0x8864 -> pppoe(packet, at, to);
            case 0x8847, 0x8848 -> mpls(packet, at, to);
            case 0x6558 -> layers.ethernet(packet, at, to);
            case 0x880B -> layers.ppp(packet, at, to);
            default -> {}
        }
    }

    /** 802.1Q, 802.1ad, and the numbers used for QinQ before there was a standard. */
    static boolean tag(int type) {
        return type == 0x8100 || type == 0x88A8 || type == 0x9100 || type == 0x9200 || type == 0x9300;
    }

    /** RFC 2516 section 4. */
    void pppoe(Packet packet, long from, long to) {
        if (to - from >= 6 && Bytes.u8(packet.bytes, from) == 0x11 && Bytes.u8(packet.bytes, from + 1) == 0) {
            layers.ppp(packet, from + 6, Math.min(to, from + 6 + Bytes.u16(packet.bytes, from + 4)));
        }
    }

    /** RFC 3032; what is inside is not said, so its first bits are asked (RFC 4928). */
    private void mpls(Packet packet, long from, long to) {
        long at = from;
        for (int labels = 0; labels < Limits.TAGS && to - at > 4; labels++) {
            boolean bottom = (Bytes.u8(packet.bytes, at + 2) & 1) != 0;
            at += 4;
            if (bottom) {
                layers.ip(packet, at, to);
                return;
            }
        }
    }
}
