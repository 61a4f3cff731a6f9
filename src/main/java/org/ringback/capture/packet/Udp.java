package org.ringback.capture.packet;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.SipDatagram;
import org.ringback.capture.payload.Tunnel;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;

/** RFC 768, and what is told apart behind it: tunnels by port and content, SIP and HEP by content on any port. */
final class Udp {

    private static final int HEADER = 8;

    private final Layers layers;
    private final SipDatagram sip;
    private final Hep hep;

    Udp(Layers layers, SipDatagram sip, Hep hep) {
        this.layers = layers;
        this.sip = sip;
        this.hep = hep;
    }

    void read(Packet packet, long from, long to) {
        MemorySegment bytes = packet.bytes;
        if (to - from <= HEADER) {
            return;
        }
        long at = from + HEADER;
        int first = Bytes.u8(bytes, at);
        long header = Bytes.i64(bytes, from);
        int length = (int) (header >>> 16) & 0xFFFF;
        long end = to;
        if (length > HEADER) {
            packet.missing = Math.max(0, from + length - to);
            end = Math.min(to, from + length);
        }
        AddressPair addresses = packet.addresses;
        addresses.sourcePort = (int) (header >>> 48);
        addresses.destinationPort = (int) (header >>> 32) & 0xFFFF;
        // RTP, RTCP and QUIC begin with the first bit set; SIP, and every tunnel that is read, does not.
        if (first >= 0x80
                || (!tunnel(packet, first, addresses.destinationPort, at, end)
                        && !hep.read(packet, at, end)
                        && !sip.read(packet, Transport.UDP, at, end))) {
            layers.witness.datagram(packet, at, end);
        }
    }

    private boolean tunnel(Packet packet, int first, int port, long from, long to) {
        return switch (port) {
            // 8472 is what Linux took before there was a number.
            case 4789, 8472 -> vxlan(packet, first, from, to);
            case 4790 -> vxlanGpe(packet, first, from, to);
            case 6081 -> geneve(packet, first, from, to);
            case 2152 -> gtp(packet, first, from, to);
            default -> false;
        };
    }

    /** RFC 7348 section 5. */
    private boolean vxlan(Packet packet, int flags, long from, long to) {
        if (to - from < 8 || (flags & 0x08) == 0 || (flags & 0x40) != 0) {
            return false;
        }
        packet.enterTunnel(Tunnel.VXLAN);
        layers.ethernet(packet, from + 8, to);
        return true;
    }

    /** The generic protocol extension names what is inside. */
    private boolean vxlanGpe(Packet packet, int flags, long from, long to) {
        if (to - from < 8 || (flags & 0x0C) != 0x0C) {
            return false;
        }
        packet.enterTunnel(Tunnel.VXLAN);
        switch (Bytes.u8(packet.bytes, from + 3)) {
            case 1 -> layers.ipv4(packet, from + 8, to);
            case 2 -> layers.ipv6(packet, from + 8, to);
            case 3 -> layers.ethernet(packet, from + 8, to);
            default -> {}
        }
        return true;
    }

    /** RFC 8926 section 3.4. */
    private boolean geneve(Packet packet, int first, long from, long to) {
        long header = 8 + 4L * (first & 0x3F);
        if (to - from < header || first >>> 6 != 0) {
            return false;
        }
        packet.enterTunnel(Tunnel.GENEVE);
        layers.etherType(packet, Bytes.u16(packet.bytes, from + 2), from + header, to);
        return true;
    }

    /** User data of GTP version 1 (3GPP TS 29.281 section 5). */
    private boolean gtp(Packet packet, int flags, long from, long to) {
        MemorySegment bytes = packet.bytes;
        if (to - from < 8 || flags >>> 4 != 3) {
            return false;
        }
        if (Bytes.u8(bytes, from + 1) != 255) {
            return true;
        }
        long at = from + 8;
        if ((flags & 0x07) != 0) {
            at += 4;
            int next = (flags & 0x04) != 0 && at <= to ? Bytes.u8(bytes, at - 1) : 0;
            for (int headers = 0; next != 0; headers++) {
                long length = at < to ? 4L * Bytes.u8(bytes, at) : 0;
                if (length == 0 || to - at < length || headers == Limits.EXTENSION_HEADERS) {
                    return true;
                }
                at += length;
                next = Bytes.u8(bytes, at - 1);
            }
        }
        packet.enterTunnel(Tunnel.GTP_U);
        layers.ip(packet, at, to);
        return true;
    }
}
