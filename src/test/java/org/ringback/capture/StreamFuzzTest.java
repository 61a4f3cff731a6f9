package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.stream.StreamContent;
import org.ringback.capture.stream.Tcp;
import org.ringback.capture.stream.TcpConnection;
import org.ringback.capture.stream.TcpStream;
import org.ringback.capture.stream.TcpStreams;

/**
 * A TCP connection whose segments come in any order, overlap, come again and are lost. The input: how many segments; for
 * each one byte of flags, where in the stream it begins and how long it is (two bytes each); then the stream.
 */
class StreamFuzzTest {

    private static final int SEGMENT = 5;
    private static final int BACKWARD = 0x08;
    private static final int LATER = 0x20;
    private static final int MUCH_LATER = 0x40;
    private static final int CUT = 0x80;

    static Stream<byte[]> connections() {
        byte[] sip = PacketBuilder.join(Sip.options("one"), Sip.bytes("\r\n\r\n"), Sip.ok("two"), Sip.options("three"));
        byte[] webSocket = PacketBuilder.join(
                Sip.bytes("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"),
                WebSocketTest.frame(0x81, true, Sip.options("one")),
                WebSocketTest.frame(0x01, false, PacketBuilder.cut(Sip.options("two"), 0, 50)),
                WebSocketTest.frame(0x80, false, PacketBuilder.cut(Sip.options("two"), 50, 120)),
                WebSocketTest.frame(0xC1, true, WebSocketTest.deflated(Sip.options("three"))));
        byte[] hep = PacketBuilder.join(
                HepTest.version3(6, HepTest.chunk(15, Sip.options("one"))),
                HepTest.version3(22, HepTest.chunk(15, Sip.ok("one"))));
        byte[] media = new byte[0];
        for (int i = 1; i < 12; i++) {
            media = PacketBuilder.join(media, FramedMediaTest.rtp(i), FramedMediaTest.report());
        }
        return Stream.of(sip, webSocket, hep, media)
                .flatMap(stream -> Stream.of(
                        input(stream, 0x12, 0, 0, 0x10, 0, 100, 0x10, 100, 100, 0x10, 200, 5000, 0x11, 0, 0),
                        input(stream, 0x10, 300, 2000, 0x10, 90, 200, 0x18, 0, 100, 0x10, 0, 100, 0x30, 400, 9000),
                        input(stream, 0x12, 0, 0, 0x50, 200, 300, 0x10, 0, 150, 0x58, 0, 10, 0x90, 600, 100)));
    }

    private static byte[] input(byte[] stream, int... segments) {
        byte[] plan = new byte[] {(byte) (segments.length / 3)};
        for (int at = 0; at < segments.length; at += 3) {
            plan = PacketBuilder.join(
                    plan,
                    new byte[] {(byte) segments[at]},
                    PacketBuilder.u16(segments[at + 1]),
                    PacketBuilder.u16(segments[at + 2]));
        }
        return PacketBuilder.join(plan, stream);
    }

    @MethodSource("connections")
    @FuzzTest
    void bringsAnythingIntoOrder(byte[] input) {
        if (input.length < 1 || input.length < 1 + (input[0] & 0xFF) * SEGMENT) {
            return;
        }
        try (var fuzzed = new Fuzzed(input)) {
            var streams = new TcpStreams(
                    fuzzed.output,
                    new Hep(fuzzed.output, fuzzed.buffers),
                    fuzzed.buffers,
                    new Media(fuzzed.bytes.byteSize()));
            var connection = new TcpConnection(new AddressPair(), streams);
            var packet = new Packet();
            packet.bytes = fuzzed.bytes;
            packet.time = PcapBuilder.BEGIN;
            int count = input[0] & 0xFF;
            int stream = 1 + count * SEGMENT;
            for (int segment = 0; segment < count; segment++) {
                segment(fuzzed, connection, packet, 1 + segment * SEGMENT, stream);
                fuzzed.checkMessages();
            }
            connection.end();
            fuzzed.checkMessages();
            assertThat(streams.waiting).isZero();
            assertThat(streams.held).isZero();
            assertThat(streams.inflations).isZero();
        }
    }

    private static void segment(Fuzzed fuzzed, TcpConnection connection, Packet packet, int at, int stream) {
        int flags = Bytes.u8(fuzzed.bytes, at);
        int position = Bytes.u16(fuzzed.bytes, at + 1);
        long size = fuzzed.bytes.byteSize();
        long from = Math.min(size, stream + position);
        long to = Math.min(size, from + Bytes.u16(fuzzed.bytes, at + 3));
        packet.frame++;
        packet.time += (flags & MUCH_LATER) != 0 ? 61_000_000 : (flags & LATER) != 0 ? 200_000 : 100;
        packet.missing = (flags & CUT) != 0 ? 10 : 0;
        boolean backward = (flags & BACKWARD) != 0;
        TcpStream one = backward ? connection.backward : connection.forward;
        TcpStream other = backward ? connection.forward : connection.backward;
        // Near the end of the sequence numbers, so that they wrap.
        int sequence = -300 + position;
        if ((flags & 0x10) != 0) {
            other.acknowledged(sequence, packet.time, packet.frame);
        }
        one.segment(packet, flags & (Tcp.FIN | Tcp.SYN | Tcp.RST), sequence, from, to);
        StreamContent content = backward ? connection.backwardContent : connection.forwardContent;
        if (content.http()) {
            (backward ? connection.forwardContent : connection.backwardContent).answersHttp();
        }
    }

    /** Sees packets of media; none is longer than what there is, or begins with less than a header. */
    private record Media(long most) implements Witness {

        @Override
        public void datagram(Packet packet, long from, long to) {
            assertThat(to - from).isBetween(8L, most);
            assertThat(packet.bytes.asSlice(from, to - from).byteSize() + packet.missing)
                    .isLessThanOrEqualTo(8192);
        }
    }
}
