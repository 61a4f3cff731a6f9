package org.ringback.network;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sighting;
import org.ringback.network.IcmpError.Cause;

/** Reads errors of ICMP and ICMPv6 with what they quote; all else, such as echo and neighbor discovery, is none. */
final class IcmpReader {

    private static final int HEADER = 8;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;

    private final Gathered gathered;

    IcmpReader(Gathered gathered) {
        this.gathered = gathered;
    }

    void read(Packet packet, long from, long to) {
        if (to - from <= HEADER) {
            return;
        }
        MemorySegment bytes = packet.bytes;
        int type = Bytes.u8(bytes, from);
        int code = Bytes.u8(bytes, from + 1);
        boolean ipv6 = packet.addresses.ipv6;
        Cause cause = ipv6 ? cause6(type, code) : cause4(type, code);
        if (cause == null) {
            return;
        }
        Quote quote = ipv6 ? quote6(bytes, from + HEADER, to) : quote4(bytes, from + HEADER, to);
        if (quote != null) {
            long mtu = cause != Cause.TOO_BIG ? 0 : ipv6 ? Bytes.u32(bytes, from + 4) : Bytes.u16(bytes, from + 6);
            gathered.add(new IcmpError(
                    gathered.seenWithoutPorts(packet, Sighting.Kind.ICMP), cause, type, code, mtu, quote));
        }
    }

    /** RFC 792, RFC 1812 section 5.2.7.1; null for what is no error about a packet's way. */
    private static Cause cause4(int type, int code) {
        return switch (type) {
            case 3 ->
                switch (code) {
                    case 0, 6, 11 -> Cause.NETWORK_UNREACHABLE;
                    case 1, 5, 7, 8, 12 -> Cause.HOST_UNREACHABLE;
                    case 2 -> Cause.PROTOCOL_UNREACHABLE;
                    case 3 -> Cause.PORT_UNREACHABLE;
                    case 4 -> Cause.TOO_BIG;
                    case 9, 10, 13 -> Cause.PROHIBITED;
                    default -> null;
                };
            case 11 -> exceeded(code);
            default -> null;
        };
    }

    /** RFC 4443 sections 3.1 to 3.3. */
    private static Cause cause6(int type, int code) {
        return switch (type) {
            case 1 ->
                switch (code) {
                    case 0, 2 -> Cause.NETWORK_UNREACHABLE;
                    case 1, 5, 6 -> Cause.PROHIBITED;
                    case 3 -> Cause.HOST_UNREACHABLE;
                    case 4 -> Cause.PORT_UNREACHABLE;
                    default -> null;
                };
            case 2 -> Cause.TOO_BIG;
            case 3 -> exceeded(code);
            default -> null;
        };
    }

    private static Cause exceeded(int code) {
        return switch (code) {
            case 0 -> Cause.TIME_EXCEEDED;
            case 1 -> Cause.FRAGMENTS_MISSING;
            default -> null;
        };
    }

    private Quote quote4(MemorySegment bytes, long from, long to) {
        if (to - from < IPV4_HEADER || Bytes.u8(bytes, from) >>> 4 != 4) {
            return null;
        }
        int header = (Bytes.u8(bytes, from) & 0xF) * 4;
        if (header < IPV4_HEADER || to - from < header) {
            return null;
        }
        boolean first = (Bytes.u16(bytes, from + 6) & 0x1FFF) == 0;
        return quote(bytes, Bytes.u8(bytes, from + 9), false, from + 12, first ? from + header : to, to);
    }

    private Quote quote6(MemorySegment bytes, long from, long to) {
        if (to - from < IPV6_HEADER || Bytes.u8(bytes, from) >>> 4 != 6) {
            return null;
        }
        int next = Bytes.u8(bytes, from + 6);
        long at = from + IPV6_HEADER;
        boolean first = true;
        for (int headers = 0; headers < Limits.EXTENSION_HEADERS && extension(next) && to - at >= 8; headers++) {
            if (next == 44) {
                first &= (Bytes.u16(bytes, at + 2) & 0xFFF8) == 0;
            }
            int length = next == 44 ? 8 : 8 + 8 * Bytes.u8(bytes, at + 1);
            next = Bytes.u8(bytes, at);
            at = Math.min(to, at + length);
        }
        return quote(bytes, next, true, from + 8, first ? at : to, to);
    }

    private static boolean extension(int next) {
        return next == 0 || next == 43 || next == 44 || next == 60;
    }

    /**
     * What lies behind the quoted IP header.
     *
     * @param addresses where the quoted source address stands
     * @param from where the header of UDP or TCP begins; the end where a later fragment is quoted
     */
    private Quote quote(MemorySegment bytes, int protocol, boolean ipv6, long addresses, long from, long to) {
        if (protocol != Quote.UDP && protocol != Quote.TCP && protocol != Quote.SCTP) {
            return null;
        }
        boolean ports = to - from >= 4;
        int sourcePort = ports ? Bytes.u16(bytes, from) : 0;
        int destinationPort = ports ? Bytes.u16(bytes, from + 2) : 0;
        Endpoint source;
        Endpoint destination;
        if (ipv6) {
            source = gathered.endpoint(true, Bytes.i64(bytes, addresses), Bytes.i64(bytes, addresses + 8), sourcePort);
            destination = gathered.endpoint(
                    true, Bytes.i64(bytes, addresses + 16), Bytes.i64(bytes, addresses + 24), destinationPort);
        } else {
            source = gathered.endpoint(false, 0, Bytes.u32(bytes, addresses), sourcePort);
            destination = gathered.endpoint(false, 0, Bytes.u32(bytes, addresses + 4), destinationPort);
        }
        boolean datagram = protocol == Quote.UDP && to - from >= HEADER;
        int length = datagram ? Math.max(0, Bytes.u16(bytes, from + 4) - HEADER) : 0;
        return new Quote(
                protocol,
                source,
                destination,
                length,
                datagram ? text(bytes, from + HEADER, Math.min(to, from + HEADER + length)) : "");
    }

    /** The first bytes, if they are text; an extension behind a short quote (RFC 4884) is none. */
    private static String text(MemorySegment bytes, long from, long to) {
        int most = (int) Math.min(to - from, Limits.QUOTED_TEXT);
        int length = 0;
        while (length < most && text(Bytes.u8(bytes, from + length))) {
            length++;
        }
        var copy = new byte[length];
        Bytes.copy(bytes, from, copy, 0, length);
        return new String(copy, StandardCharsets.ISO_8859_1);
    }

    private static boolean text(int character) {
        return !Bytes.control(character);
    }
}
