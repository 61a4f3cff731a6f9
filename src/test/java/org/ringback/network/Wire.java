package org.ringback.network;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.ringback.capture.payload.Packet;

/** Hands packets to a witness one after the other, a tenth of a second apart. Hosts are known by the last byte of their address. */
final class Wire {

    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int ACK = 16;

    private static final int TCP_HEADER = 20;
    private static final long STEP = 100_000;
    private static final long BEGIN = 1_750_000_000_000_000L;

    final NetworkWitness witness = new NetworkWitness(0, 0);
    private final Packet packet = new Packet();

    Wire() {
        packet.time = BEGIN;
    }

    /** Seconds go by. */
    Wire later(int seconds) {
        packet.time += seconds * 1_000_000L;
        return this;
    }

    /** The next packet comes at the same time as the last one. */
    Wire atOnce() {
        packet.time -= STEP;
        return this;
    }

    private void addresses(int from, int fromPort, int to, int toPort) {
        packet.frame++;
        packet.time += STEP;
        packet.addresses.ipv6 = false;
        packet.addresses.sourceLow = host(from);
        packet.addresses.sourcePort = fromPort;
        packet.addresses.destinationLow = host(to);
        packet.addresses.destinationPort = toPort;
    }

    private static long host(int last) {
        return 0xC0000200L + last;
    }

    /** A client is host 1, port 40000; the server host 2, port 5061. */
    Wire client(int flags, int sequence, int acknowledged, byte... data) {
        return tcp(1, 40_000, 2, 5061, flags, sequence, acknowledged, data);
    }

    Wire server(int flags, int sequence, int acknowledged, byte... data) {
        return tcp(2, 5061, 1, 40_000, flags, sequence, acknowledged, data);
    }

    Wire tcp(int from, int fromPort, int to, int toPort, int flags, int sequence, int acknowledged, byte... data) {
        addresses(from, fromPort, to, toPort);
        packet.bytes = MemorySegment.ofArray(ByteBuffer.allocate(TCP_HEADER + data.length)
                .putShort((short) fromPort)
                .putShort((short) toPort)
                .putInt(sequence)
                .putInt(acknowledged)
                .put((byte) 0x50)
                .put((byte) flags)
                .position(TCP_HEADER)
                .put(data)
                .array());
        witness.segment(packet, 0, TCP_HEADER, packet.bytes.byteSize());
        return this;
    }

    /** An error of host 3 to host 1 about what it had sent to host 2. */
    Wire icmp(int type, int code, byte... quoted) {
        addresses(3, 0, 1, 0);
        packet.bytes =
                MemorySegment.ofArray(join(new byte[] {(byte) type, (byte) code, 0, 0, 0, 0, 5, (byte) 0xDC}, quoted));
        witness.icmp(packet, 0, packet.bytes.byteSize());
        return this;
    }

    /** A datagram from host 1 to host 2, or back. */
    Wire udp(boolean forth, int fromPort, int toPort, byte... data) {
        addresses(forth ? 1 : 2, fromPort, forth ? 2 : 1, toPort);
        packet.bytes = MemorySegment.ofArray(data);
        witness.datagram(packet, 0, data.length);
        return this;
    }

    /** An IPv4 packet of UDP from host 1 to host 2 as an error quotes it. */
    static byte[] quoted(int fromPort, int toPort, int length, String text) {
        return join(
                hex("4500 0000 0000 0000 4011 0000 c0000201 c0000202"),
                u16(fromPort),
                u16(toPort),
                u16(8 + length),
                u16(0),
                text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] u16(int value) {
        return new byte[] {(byte) (value >>> 8), (byte) value};
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** What was seen when the file is over. */
    NetworkEvents events() {
        witness.end(packet.time);
        return witness.events();
    }
}
