package org.ringback.capture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;

/**
 * What lies inside IP, several packets after each other: UDP with SIP or HEP in it, SCTP with its fragments, fragments of IP,
 * tunnels. The input: for each packet its protocol (one byte, {@code 0} for all of IP), its length (two bytes), its bytes.
 */
class DatagramFuzzTest {

    private static final int SCTP = 132;

    static Stream<byte[]> packets() {
        byte[] sip = Sip.options("one");
        byte[] udp = PacketBuilder.udp(5060, 5062, sip);
        byte[] tunnel = PacketBuilder.udp(
                4789, 4789, PacketBuilder.join(PacketBuilder.hex("0800000000000100"), PacketBuilder.udpPacket(sip)));
        return Stream.of(
                input(17, udp),
                input(17, PacketBuilder.udp(9060, 9060, HepTest.version3(17, HepTest.chunk(15, sip)))),
                input(17, PacketBuilder.udp(9060, 9060, HepTest.version3(17, HepTest.chunk(16, HepTest.zlib(sip))))),
                input(17, PacketBuilder.udp(9060, 9060, HepTest.version2(sip))),
                input(17, tunnel),
                input(47, PacketBuilder.join(PacketBuilder.hex("00000800"), PacketBuilder.udp4(sip))),
                PacketBuilder.join(
                        input(0, PacketBuilder.fragment4(udp, 80, udp.length, 7)),
                        input(0, PacketBuilder.fragment4(udp, 0, 80, 7))),
                PacketBuilder.join(
                        input(0, PacketBuilder.fragment6(udp, 0, 80, 7)),
                        input(0, PacketBuilder.fragment6(udp, 80, udp.length, 7))),
                input(SCTP, SctpTest.payload(SctpTest.data(3, 1, sip), SctpTest.interleavedData(3, 2, sip))),
                PacketBuilder.join(
                        input(SCTP, SctpTest.payload(SctpTest.data(1, 2, PacketBuilder.cut(sip, 60, sip.length)))),
                        input(SCTP, SctpTest.payload(SctpTest.data(2, 1, PacketBuilder.cut(sip, 0, 60))))));
    }

    private static byte[] input(int protocol, byte[] packet) {
        return PacketBuilder.join(new byte[] {(byte) protocol}, PacketBuilder.u16(packet.length), packet);
    }

    @MethodSource("packets")
    @FuzzTest
    void readsAnything(byte[] input) {
        try (var fuzzed = new Fuzzed(input)) {
            var layers = new Layers(fuzzed.output, fuzzed.buffers);
            var packet = new Packet();
            long at = 0;
            while (input.length - at >= 3) {
                int protocol = Bytes.u8(fuzzed.bytes, at);
                long from = at + 3;
                long to = Math.min(input.length, from + Bytes.u16(fuzzed.bytes, at + 1));
                packet.bytes = fuzzed.bytes;
                packet.frame++;
                packet.time = PcapBuilder.BEGIN + packet.frame;
                packet.missing = 0;
                packet.layers = 0;
                packet.addresses.tunnels = 0;
                if (protocol == 0) {
                    layers.ip(packet, from, to);
                } else {
                    layers.transport(packet, protocol, from, to);
                }
                fuzzed.checkMessages();
                at = to;
            }
            layers.end(Captured.NO_TIME);
            fuzzed.checkMessages();
        }
    }
}
