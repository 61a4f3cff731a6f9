package org.ringback.capture.payload;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.MessageFramer;

/**
 * The encapsulation of Homer's agents, versions 1 to 3: a message with the addresses and the time that it had on the wire.
 * The transport's addresses, those of the agent, are of no interest.
 */
public final class Hep {

    private static final int MAGIC = 0x48455033;
    private static final int CHUNK = 6;

    private final Output output;
    private final Inflation inflation;
    private final AddressPair inner = new AddressPair();

    public Hep(Output output, Buffers buffers) {
        this.output = output;
        inflation = new Inflation(buffers);
    }

    /** Takes the payload of a datagram if it is HEP; it need not be of SIP. */
    public boolean read(Packet packet, long from, long to) {
        MemorySegment bytes = packet.bytes;
        int first = Bytes.u8(bytes, from);
        if (first == 'H') {
            if (to - from < CHUNK || Bytes.i32(bytes, from) != MAGIC) {
                return false;
            }
            version3(packet, from, to);
            return true;
        }
        return (first == 1 || first == 2) && version2(packet, first, from, to);
    }

    /** Whether a HEP version 3 packet begins here. */
    public static boolean starts(MemorySegment bytes, long from, long to) {
        return to - from >= CHUNK && Bytes.i32(bytes, from) == MAGIC;
    }

    /** Where one begins in a range, or -1. */
    public static long find(MemorySegment bytes, long from, long to) {
        for (long at = from; to - at >= CHUNK; at++) {
            if (Bytes.i32(bytes, at) == MAGIC && length(bytes, at) >= 2 * CHUNK) {
                return at;
            }
        }
        return -1;
    }

    /** How long it says to be, in bytes. */
    public static int length(MemorySegment bytes, long from) {
        return Bytes.u16(bytes, from + 4);
    }

    public void version3(Packet packet, long from, long to) {
        MemorySegment bytes = packet.bytes;
        long end = Math.min(to, from + length(bytes, from));
        inner.set(packet.addresses);
        inner.sourceHigh = 0;
        inner.destinationHigh = 0;
        int protocol = 17;
        long seconds = -1;
        long micros = 0;
        long payload = -1;
        long payloadEnd = -1;
        boolean compressed = false;
        for (long at = from + CHUNK; end - at >= CHUNK; ) {
            int length = Bytes.u16(bytes, at + 4);
            int body = length - CHUNK;
            // The payload may be cut by the capture.
            if (body < 0 || (length > end - at && Bytes.u16(bytes, at + 2) != 15)) {
                break;
            }
            long value = at + CHUNK;
            if (Bytes.u16(bytes, at) == 0) {
                switch (Bytes.u16(bytes, at + 2)) {
                    case 2 -> protocol = body >= 1 ? Bytes.u8(bytes, value) : protocol;
                    case 3 -> source(body >= 4, false, 0, body >= 4 ? Bytes.u32(bytes, value) : 0);
                    case 4 -> destination(body >= 4, 0, body >= 4 ? Bytes.u32(bytes, value) : 0);
                    case 5 -> {
                        if (body >= 16) {
                            source(true, true, Bytes.i64(bytes, value), Bytes.i64(bytes, value + 8));
                        }
                    }
                    case 6 -> {
                        if (body >= 16) {
                            destination(true, Bytes.i64(bytes, value), Bytes.i64(bytes, value + 8));
                        }
                    }
                    case 7 -> inner.sourcePort = body >= 2 ? Bytes.u16(bytes, value) : 0;
                    case 8 -> inner.destinationPort = body >= 2 ? Bytes.u16(bytes, value) : 0;
                    case 9 -> seconds = body >= 4 ? Bytes.u32(bytes, value) : seconds;
                    case 10 -> micros = body >= 4 ? Bytes.u32(bytes, value) : micros;
                    case 15, 16 -> {
                        compressed = Bytes.u16(bytes, at + 2) == 16;
                        payload = value;
                        payloadEnd = Math.min(end, value + body);
                    }
                    default -> {}
                }
            }
            at += length;
        }
        if (payload < 0) {
            return;
        }
        long time = seconds < 0 ? packet.time : seconds * 1_000_000 + micros;
        Transport transport = transport(protocol);
        if (compressed) {
            inflate(packet, transport, time, payload, payloadEnd);
        } else {
            message(packet, bytes, transport, time, payload, payloadEnd);
        }
    }

    private void source(boolean whole, boolean ipv6, long high, long low) {
        if (whole) {
            inner.ipv6 = ipv6;
            inner.sourceHigh = high;
            inner.sourceLow = low;
        }
    }

    private void destination(boolean whole, long high, long low) {
        if (whole) {
            inner.destinationHigh = high;
            inner.destinationLow = low;
        }
    }

    /**
     * The protocol number of IP. TLS and WebSocket have none, so the agents in Kamailio and OpenSIPS borrow those of IDP (22)
     * and ESP (50): 22 is TLS, 50 is WebSocket, be it secure or not. Kamailio since 5.1 writes 22 for WebSocket as well, which
     * cannot be told from TLS here.
     */
    private static Transport transport(int protocol) {
        return switch (protocol) {
            case 17 -> Transport.UDP;
            case 6 -> Transport.TCP;
            case 132 -> Transport.SCTP;
            case 22 -> Transport.TLS;
            case 50 -> Transport.WS;
            default -> Transport.UNKNOWN;
        };
    }

    /** A fixed header, then the addresses; version 2 adds the time, in the byte order of the agent. */
    private boolean version2(Packet packet, int version, long from, long to) {
        MemorySegment bytes = packet.bytes;
        if (to - from < 16) {
            return false;
        }
        int length = Bytes.u8(bytes, from + 1);
        int family = Bytes.u8(bytes, from + 2);
        boolean ipv6 = family != 2;
        if (length != (ipv6 ? 40 : 16) || (ipv6 && family != 10 && family != 24 && family != 28 && family != 30)) {
            return false;
        }
        long payload = from + length + (version == 2 ? 12 : 0);
        if (payload >= to) {
            return false;
        }
        inner.set(packet.addresses);
        inner.ipv6 = ipv6;
        inner.sourcePort = Bytes.u16(bytes, from + 4);
        inner.destinationPort = Bytes.u16(bytes, from + 6);
        inner.sourceHigh = ipv6 ? Bytes.i64(bytes, from + 8) : 0;
        inner.sourceLow = ipv6 ? Bytes.i64(bytes, from + 16) : Bytes.u32(bytes, from + 8);
        inner.destinationHigh = ipv6 ? Bytes.i64(bytes, from + 24) : 0;
        inner.destinationLow = ipv6 ? Bytes.i64(bytes, from + 32) : Bytes.u32(bytes, from + 12);
        long time = packet.time;
        if (version == 2) {
            long stamp = from + length;
            boolean littleEndian = Bytes.u32(bytes, stamp + 4, true) < 1_000_000;
            time = Bytes.u32(bytes, stamp, littleEndian) * 1_000_000 + Bytes.u32(bytes, stamp + 4, littleEndian);
        }
        message(packet, bytes, transport(Bytes.u8(bytes, from + 3)), time, payload, to);
        return true;
    }

    private void inflate(Packet packet, Transport transport, long time, long from, long to) {
        MemorySegment payload = inflation.of(packet.bytes, from, to);
        if (payload == null) {
            output.unusable(packet.frame, Unusable.Reason.DAMAGED_RECORD, "HEP 16");
            return;
        }
        message(packet, payload, transport, time, 0, inflation.length());
        inflation.release(payload);
    }

    private void message(Packet packet, MemorySegment bytes, Transport transport, long time, long from, long to) {
        long start = SipDatagram.start(bytes, from, to);
        if (start < 0) {
            return;
        }
        if (packet.missing > 0) {
            output.unusable(packet.frame, Unusable.Reason.CUT_PACKET, Long.toString(packet.missing));
        }
        inner.tunnels = Tunnel.HEP.inside(inner.tunnels);
        long end = MessageFramer.endInDatagram(bytes, start, to);
        output.message(bytes, start, end, inner, transport, time, packet.frame);
    }
}
