package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.u16;
import static org.ringback.capture.Sip.bytes;
import static org.ringback.capture.wire.Unusable.Reason.LIMIT;
import static org.ringback.capture.wire.Unusable.Reason.SKIPPED_BYTES;

import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;

class WebSocketTest {

    private static final byte[] UPGRADE =
            lines("GET / HTTP/1.1", "Host: example.com", "Upgrade: websocket", "Sec-WebSocket-Protocol: sip");
    private static final byte[] GRANTED =
            lines("HTTP/1.1 101 Switching Protocols", "Upgrade: WebSocket", "Connection: Upgrade");
    private static final byte[] ONE = Sip.options("one");
    private static final byte[] TWO = Sip.options("two");

    private static byte[] lines(String... lines) {
        return bytes(String.join("\r\n", lines) + "\r\n\r\n");
    }

    static byte[] frame(int first, boolean masked, byte[] payload) {
        byte[] length = payload.length < 126
                ? new byte[] {(byte) ((masked ? 0x80 : 0) | payload.length)}
                : join(new byte[] {(byte) ((masked ? 0x80 : 0) | 126)}, u16(payload.length));
        byte[] key = masked ? new byte[] {0x12, 0x34, (byte) 0xAB, (byte) 0xCD} : new byte[0];
        byte[] body = payload.clone();
        for (int at = 0; masked && at < body.length; at++) {
            body[at] ^= key[at % 4];
        }
        return join(new byte[] {(byte) first}, length, key, body);
    }

    private static Recorder client(byte[]... segments) {
        var file = PcapBuilder.ethernet();
        var tcp = new TcpBuilder(file).handshake();
        int position = 0;
        for (byte[] segment : segments) {
            tcp.fromClient(position, segment);
            position += segment.length;
        }
        return Recorder.read(file);
    }

    @Test
    void bothDirections() {
        var file = PcapBuilder.ethernet();
        new TcpBuilder(file)
                .handshake()
                .fromClient(0, UPGRADE)
                .fromServer(0, GRANTED)
                .fromClient(UPGRADE.length, frame(0x81, true, ONE))
                .fromServer(GRANTED.length, frame(0x82, false, Sip.ok("one")));
        Recorder read = Recorder.read(file);
        assertThat(read.texts).containsExactly(Sip.text(ONE), Sip.text(Sip.ok("one")));
        assertThat(read.messages).extracting(Captured::transport).containsOnly(Transport.WS);
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void severalFramesAndControlFramesBetween() {
        Recorder read = client(
                UPGRADE,
                join(
                        frame(0x89, true, bytes("ping")),
                        frame(0x81, true, ONE),
                        frame(0x8A, true, new byte[0]),
                        frame(0x81, true, bytes("\r\n\r\n")),
                        frame(0x82, true, TWO),
                        frame(0x88, true, u16(1000))));
        assertThat(read.callIds()).containsExactly("one", "two");
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void continuationWithAPingInBetween() {
        Recorder read = client(
                UPGRADE,
                frame(0x01, true, cut(ONE, 0, 50)),
                frame(0x89, true, new byte[0]),
                frame(0x00, true, cut(ONE, 50, 130)),
                frame(0x80, true, cut(ONE, 130, ONE.length)),
                frame(0x81, true, TWO));
        assertThat(read.callIds()).containsExactly("one", "two");
        assertThat(read.texts.getFirst()).isEqualTo(Sip.text(ONE));
    }

    @Test
    void splitAnywhere() {
        byte[] stream = join(UPGRADE, frame(0x81, true, ONE), frame(0x81, true, TWO));
        for (int at = 1; at < stream.length; at += 3) {
            assertThat(client(cut(stream, 0, at), cut(stream, at, stream.length))
                            .callIds())
                    .containsExactly("one", "two");
        }
    }

    /** As RFC 7692 section 7.2.1 says; the same deflater for the next message is a window that goes on. */
    private static byte[] deflated(Deflater deflater, byte[] message) {
        deflater.setInput(message);
        byte[] packed = new byte[message.length + 100];
        int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        return cut(packed, 0, length - 4);
    }

    static byte[] deflated(byte[] message) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            return deflated(deflater, message);
        }
    }

    @Test
    void compressedMessagesWithAWindowThatGoesOn() {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            byte[] one = deflated(deflater, ONE);
            byte[] two = deflated(deflater, TWO);
            assertThat(two.length).isLessThan(one.length / 2);
            Recorder read = client(
                    UPGRADE, frame(0xC1, true, one), frame(0x81, true, Sip.options("plain")), frame(0xC2, false, two));
            assertThat(read.texts).containsExactly(Sip.text(ONE), Sip.text(Sip.options("plain")), Sip.text(TWO));
            assertThat(read.messages).extracting(Captured::transport).containsOnly(Transport.WS);
            assertThat(read.unusable).isEmpty();
        }
    }

    @Test
    void compressedMessagesThatBeginAnew() {
        Recorder read = client(UPGRADE, frame(0xC1, true, deflated(ONE)), frame(0xC1, true, deflated(TWO)));
        assertThat(read.callIds()).containsExactly("one", "two");
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void compressedMessagesInSeveralFrames() {
        byte[] packed = deflated(ONE);
        Recorder read = client(
                UPGRADE,
                frame(0x41, true, cut(packed, 0, 10)),
                frame(0x89, true, new byte[0]),
                frame(0x00, true, cut(packed, 10, 90)),
                frame(0x80, true, cut(packed, 90, packed.length)),
                frame(0xC1, true, deflated(TWO)));
        assertThat(read.texts).containsExactly(Sip.text(ONE), Sip.text(TWO));
    }

    @Test
    void aCompressedMessageWithALastBlock() {
        byte[] packed = new byte[1000];
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(ONE);
            deflater.finish();
            packed = join(cut(packed, 0, deflater.deflate(packed)), new byte[1]);
        }
        Recorder read = client(UPGRADE, frame(0xC1, true, packed), frame(0xC1, true, deflated(TWO)));
        assertThat(read.callIds()).containsExactly("one", "two");
    }

    @Test
    void aCompressedMessageThatRefersToOneThatIsMissing() {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflated(deflater, ONE);
            Recorder read = client(
                    UPGRADE,
                    frame(0xC1, true, deflated(deflater, TWO)),
                    frame(0xC1, true, deflated(Sip.options("new"))));
            assertThat(read.callIds()).containsExactly("new");
            assertThat(read.unusable)
                    .extracting(Unusable::reason, Unusable::detail)
                    .containsExactly(tuple(SKIPPED_BYTES, "permessage-deflate"));
        }
    }

    @Test
    void aCompressedMessageThatGrowsTooLarge() {
        byte[] largest = Sip.request("MESSAGE", "one", "x".repeat(Limits.INFLATED - 300));
        assertThat(client(UPGRADE, frame(0xC1, true, deflated(largest))).texts).containsExactly(Sip.text(largest));
        Recorder read = client(
                UPGRADE, frame(0xC1, true, deflated(new byte[Limits.INFLATED])), frame(0xC1, true, deflated(TWO)));
        assertThat(read.callIds()).containsExactly("two");
        assertThat(read.unusable)
                .extracting(Unusable::reason, Unusable::detail)
                .containsExactly(tuple(LIMIT, "INFLATED"));
    }

    @Test
    void compressedConnectionsAreUnpackedInBoundedNumber() {
        var file = PcapBuilder.ethernet();
        byte[] begin = join(UPGRADE, frame(0xC1, true, deflated(ONE)));
        for (int port = 1; port <= Limits.INFLATIONS + 1; port++) {
            file.add(TcpBuilder.segment(port, 80, true, 1, 0, TcpBuilder.ACK, begin));
        }
        for (int port = 1; port <= 2; port++) {
            file.add(TcpBuilder.segment(port, 80, true, 1 + begin.length, 0, TcpBuilder.RST, new byte[0]));
        }
        file.add(TcpBuilder.segment(99, 81, true, 1, 0, TcpBuilder.ACK, begin));
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(Limits.INFLATIONS + 1);
        assertThat(read.unusable).extracting(Unusable::detail).containsExactly("INFLATIONS");
    }

    @Test
    void begunBeforeTheCapture() {
        var file = PcapBuilder.ethernet();
        new TcpBuilder(file)
                .fromClient(0, frame(0x81, true, ONE))
                .fromServer(0, frame(0x81, false, Sip.ok("one")))
                .fromClient(frame(0x81, true, ONE).length, frame(0x81, true, TWO));
        Recorder read = Recorder.read(file);
        assertThat(read.callIds()).containsExactly("one", "one", "two");
        assertThat(read.messages).extracting(Captured::transport).containsOnly(Transport.WS);
    }

    @Test
    void plainHttpIsDroppedBothWays() {
        var file = PcapBuilder.ethernet();
        byte[] request = bytes("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");
        new TcpBuilder(file)
                .handshake()
                .fromClient(0, request)
                .fromServer(0, Sip.ok("fake"))
                .fromClient(request.length, request);
        Recorder read = Recorder.read(file);
        assertThat(read.messages).isEmpty();
        assertThat(read.unusable).isEmpty();
    }
}
