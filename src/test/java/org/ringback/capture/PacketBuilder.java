package org.ringback.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Layers of a packet, each put around its payload; checksums are left out, as nobody looks at them. */
final class PacketBuilder {

    static final int SOURCE = 0xC0000201;
    static final int DESTINATION = 0xC0000202;
    static final byte[] SOURCE6 = hex("20010db8000000000000000000000001");
    static final byte[] DESTINATION6 = hex("20010db8000000000000000000000002");

    private PacketBuilder() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] cut(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    static byte[] u16(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    static byte[] u32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    static byte[] ethernet(int type, byte[] payload) {
        return join(hex("020000000001020000000002"), u16(type), payload);
    }

    /** A whole packet as most captures have it. */
    static byte[] udpPacket(byte[] payload) {
        return ethernet(0x0800, udp4(payload));
    }

    static byte[] udp4(byte[] payload) {
        return ipv4(17, udp(5060, 5062, payload));
    }

    static byte[] udp6(byte[] payload) {
        return ipv6(17, udp(5060, 5062, payload));
    }

    static byte[] udp(int source, int destination, byte[] payload) {
        return join(u16(source), u16(destination), u16(8 + payload.length), u16(0), payload);
    }

    static byte[] ipv4(int protocol, byte[] payload) {
        return ipv4(protocol, SOURCE, DESTINATION, 0, 0, new byte[0], payload);
    }

    /**
     * @param fragment flags and offset as they stand in the header
     */
    static byte[] ipv4(
            int protocol,
            int source,
            int destination,
            int identification,
            int fragment,
            byte[] options,
            byte[] payload) {
        int header = 20 + options.length;
        return join(
                hex(Integer.toHexString(0x40 + header / 4) + "00"),
                u16(header + payload.length),
                u16(identification),
                u16(fragment),
                new byte[] {64, (byte) protocol},
                u16(0),
                u32(source),
                u32(destination),
                options,
                payload);
    }

    /** The fragment of a payload from an offset on. */
    static byte[] fragment4(byte[] payload, int from, int to, int identification) {
        int flags = to < payload.length ? 0x2000 : 0;
        return ipv4(17, SOURCE, DESTINATION, identification, flags | from / 8, new byte[0], cut(payload, from, to));
    }

    static byte[] fragment6(byte[] payload, int from, int to, int identification) {
        int more = to < payload.length ? 1 : 0;
        return ipv6(44, join(new byte[] {17, 0}, u16(from | more), u32(identification), cut(payload, from, to)));
    }

    static byte[] ipv6(int next, byte[] payload) {
        return join(hex("60000000"), u16(payload.length), new byte[] {(byte) next, 64}, SOURCE6, DESTINATION6, payload);
    }

    static byte[] tcp(int source, int destination, int sequence, int acknowledged, int flags, byte[] payload) {
        return join(
                u16(source),
                u16(destination),
                u32(sequence),
                u32(acknowledged),
                new byte[] {0x50, (byte) flags},
                u16(65_535),
                u32(0),
                payload);
    }
}
