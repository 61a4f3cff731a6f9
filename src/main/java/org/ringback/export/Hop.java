package org.ringback.export;

import java.nio.ByteBuffer;
import org.ringback.capture.wire.IpAddress;

/** One way between two sockets, on which packets can be put. Both addresses are of one family. */
record Hop(Socket source, Socket destination) {

    static final int TCP = 6;
    static final int UDP = 17;

    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 20;
    private static final int LARGEST = 65_535;
    private static final int HOPS_LEFT = 64;

    /** An address and a port from 1 to 65535. */
    record Socket(IpAddress address, int port) {}

    /** The same for both directions. */
    Hop eitherWay() {
        return source.toString().compareTo(destination.toString()) <= 0 ? this : back();
    }

    private Hop back() {
        return new Hop(/* source= */ destination, /* destination= */ source);
    }

    boolean fitsDatagram(int length) {
        return length + UDP_HEADER + networkHeader() <= LARGEST;
    }

    /** What a segment of TCP can hold at most here. */
    int largestSegment() {
        return LARGEST - TCP_HEADER - networkHeader();
    }

    private int networkHeader() {
        // The length of an IPv6 packet does not count its header (RFC 8200, section 3).
        return source.address().v6() ? 0 : IPV4_HEADER;
    }

    /** RFC 768. */
    byte[] datagram(byte[] content) {
        byte[] datagram = ByteBuffer.allocate(UDP_HEADER + content.length)
                .putShort((short) source.port())
                .putShort((short) destination.port())
                .putShort((short) (UDP_HEADER + content.length))
                .putShort((short) 0)
                .put(content)
                .array();
        int checksum = checksum(UDP, datagram);
        // Zero would mean that there is none.
        return with(datagram, 6, checksum == 0 ? 0xFFFF : checksum);
    }

    /** RFC 9293, with the flags PSH and ACK. */
    byte[] segment(int sequence, int acknowledged, byte[] content, int from, int to) {
        byte[] segment = ByteBuffer.allocate(TCP_HEADER + to - from)
                .putShort((short) source.port())
                .putShort((short) destination.port())
                .putInt(sequence)
                .putInt(acknowledged)
                .putShort((short) 0x5018)
                .putShort((short) LARGEST)
                .putInt(0)
                .put(content, from, to - from)
                .array();
        return with(segment, 16, checksum(TCP, segment));
    }

    private static byte[] with(byte[] packet, int at, int checksum) {
        packet[at] = (byte) (checksum >>> 8);
        packet[at + 1] = (byte) checksum;
        return packet;
    }

    /** RFC 791 or RFC 8200, around what a transport has made. */
    byte[] packet(int protocol, byte[] payload) {
        return source.address().v6() ? v6(protocol, payload) : v4(protocol, payload);
    }

    private byte[] v4(int protocol, byte[] payload) {
        byte[] packet = ByteBuffer.allocate(IPV4_HEADER + payload.length)
                .putShort((short) 0x4500)
                .putShort((short) (IPV4_HEADER + payload.length))
                .putInt(0)
                .put((byte) HOPS_LEFT)
                .put((byte) protocol)
                .putShort((short) 0)
                .put(source.address().bytes())
                .put(destination.address().bytes())
                .put(payload)
                .array();
        return with(packet, 10, folded(sum(packet, IPV4_HEADER)));
    }

    private byte[] v6(int protocol, byte[] payload) {
        return ByteBuffer.allocate(IPV6_HEADER + payload.length)
                .putInt(0x60000000)
                .putShort((short) payload.length)
                .put((byte) protocol)
                .put((byte) HOPS_LEFT)
                .put(source.address().bytes())
                .put(destination.address().bytes())
                .put(payload)
                .array();
    }

    /** Over the payload and the pseudo header (RFC 9293, section 3.1; RFC 8200, section 8.1), to which order does not matter. */
    private int checksum(int protocol, byte[] payload) {
        byte[] one = source.address().bytes();
        byte[] other = destination.address().bytes();
        long sum = sum(one, one.length) + sum(other, other.length) + protocol + payload.length;
        return folded(sum + sum(payload, payload.length));
    }

    private static long sum(byte[] bytes, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (i & 1) == 0 ? (bytes[i] & 0xFF) << 8 : bytes[i] & 0xFF;
        }
        return sum;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded > 0xFFFF) {
            folded = (folded & 0xFFFF) + (folded >>> 16);
        }
        return (int) ~folded & 0xFFFF;
    }
}
