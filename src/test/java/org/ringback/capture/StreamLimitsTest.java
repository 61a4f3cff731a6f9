package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.Sip.bytes;
import static org.ringback.capture.TcpBuilder.ACK;
import static org.ringback.capture.wire.Unusable.Reason.LOST_SEGMENTS;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.MessageFramer;

/** Limits of what a TCP stream may hold back or wait for. */
class StreamLimitsTest {

    private static final byte[] ONE = Sip.options("one");
    private static final byte[] TWO = Sip.options("two");
    private static final byte[] THREE = Sip.options("three");
    private static final byte[] UPGRADE = bytes("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");

    private final PcapBuilder file = PcapBuilder.ethernet();
    private final TcpBuilder tcp = new TcpBuilder(file);

    /** A stream in segments as long as on most links. */
    private Recorder client(byte[] stream) {
        tcp.handshake();
        for (int at = 0; at < stream.length; at += 1400) {
            tcp.fromClient(at, cut(stream, at, Math.min(stream.length, at + 1400)));
        }
        return Recorder.read(file);
    }

    @Test
    void aFrameThatSaysToBeTooLong() {
        byte[] begin = new byte[] {(byte) 0x82, 127, 0, 0, 0, 0};
        byte[] most = join(begin, PacketBuilder.u32(Limits.STREAM_BYTES - 10));
        assertThat(client(join(UPGRADE, most, new byte[100])).unusable).isEmpty();
        byte[] tooMuch = join(begin, PacketBuilder.u32(Limits.STREAM_BYTES - 9));
        assertThat(new StreamLimitsTest().client(join(UPGRADE, tooMuch, new byte[100])).unusable)
                .extracting(Unusable::detail)
                .containsExactly("STREAM_BYTES");
    }

    @Test
    void framesThatAreTooMuchTogether() {
        byte[] part = new byte[60_000];
        Arrays.fill(part, (byte) ' ');
        byte[] stream = join(UPGRADE, WebSocketTest.frame(0x01, true, part));
        for (int length = part.length; length <= Limits.STREAM_BYTES; length += part.length) {
            stream = join(stream, WebSocketTest.frame(0x00, true, part));
        }
        stream = join(stream, WebSocketTest.frame(0x80, true, ONE), WebSocketTest.frame(0x81, true, TWO));
        Recorder read = client(stream);
        assertThat(read.callIds()).containsExactly("two");
        assertThat(read.unusable).extracting(Unusable::detail).containsExactly("STREAM_BYTES");
    }

    @Test
    void segmentsThatWaitInAllStreams() {
        tcp.handshake().fromClient(0, ONE).fromClient(ONE.length + TWO.length, THREE);
        long now = PcapBuilder.BEGIN + 5000;
        int waiting = 1;
        for (int port = 1; waiting < Limits.ALL_WAITING_SEGMENTS; port++) {
            file.add(now, TcpBuilder.segment(port, 5060, true, 1, 0, ACK, bytes("INVITE sip:")));
            for (int piece = 1; piece < Limits.WAITING_SEGMENTS && waiting < Limits.ALL_WAITING_SEGMENTS; piece++) {
                file.add(now, TcpBuilder.segment(port, 5060, true, 100 + 2 * piece, 0, ACK, bytes("a")));
                waiting++;
            }
        }
        assertThat(Recorder.read(file).callIds()).containsExactly("one", "three");
        // One more, and the stream that has it no longer waits for what is missing.
        file.add(
                now,
                TcpBuilder.segment(40_000, 5060, true, 1000 + ONE.length + TWO.length + THREE.length + 9, 0, ACK, ONE));
        tcp.fromClient(ONE.length, TWO);
        Recorder read = Recorder.read(file);
        // What comes late all the same is read by itself.
        assertThat(read.callIds()).containsExactly("one", "three", "two", "one");
        assertThat(read.reasons()).contains(LOST_SEGMENTS);
    }

    private Recorder farAway(int ahead, boolean acknowledged) {
        client(ONE);
        int far = 1000 + ONE.length + ahead;
        file.add(TcpBuilder.segment(40_000, 5060, true, far, 5000, ACK, TWO));
        if (acknowledged) {
            file.add(TcpBuilder.segment(5060, 40_000, false, 5000, far + TWO.length, ACK, new byte[0]));
        }
        return Recorder.read(file.add(udpPacket(THREE)));
    }

    @Test
    void aSegmentFarAwayIsThatOfAnotherConnectionOnceItIsAcknowledged() {
        for (int ahead : new int[] {Limits.WINDOW + 1, -Limits.WINDOW}) {
            Recorder read = new StreamLimitsTest().farAway(ahead, false);
            assertThat(read.callIds()).containsExactly("one", "three", "two");
            assertThat(read.unusable).isEmpty();
            read = new StreamLimitsTest().farAway(ahead, true);
            assertThat(read.callIds()).containsExactly("one", "two", "three");
            assertThat(read.unusable).isEmpty();
        }
    }

    @Test
    void aSegmentFartherAheadThanAWindowIsAcknowledgedBecauseTheCaptureLostMuch() {
        Recorder read = new StreamLimitsTest().farAway(Limits.WINDOW, true);
        assertThat(read.callIds()).containsExactly("one", "two", "three");
        assertThat(read.unusable).extracting(Unusable::detail).containsExactly(Integer.toString(Limits.WINDOW));
    }

    /** A message, a hole of ten bytes, a message; then another one the hole is no longer waited for, or is. */
    private void hole() {
        tcp.handshake().fromClient(0, ONE).serverAcknowledges(ONE.length).fromClient(ONE.length + 10, TWO);
    }

    @Test
    void howLongAHoleIsWaitedForThatTheReceiverHasAsWell() {
        hole();
        int next = ONE.length + 10 + TWO.length;
        long since = PcapBuilder.BEGIN + 6000;
        file.add(since + Limits.GAP - 1, TcpBuilder.segment(40_000, 5060, true, 1000 + next, 5000, ACK, bytes("\r\n")));
        file.add(since + Limits.GAP - 1, udpPacket(THREE));
        assertThat(Recorder.read(file).callIds()).containsExactly("one", "three", "two");

        var longer = new StreamLimitsTest();
        longer.hole();
        longer.file.add(
                since + Limits.GAP, TcpBuilder.segment(40_000, 5060, true, 1000 + next, 5000, ACK, bytes("\r\n")));
        longer.file.add(since + Limits.GAP, udpPacket(THREE));
        assertThat(Recorder.read(longer.file).callIds()).containsExactly("one", "two", "three");
    }

    @Test
    void howManySegmentsAfterAHoleThatTheReceiverDoesNotHave() {
        for (int segments : new int[] {Limits.ACKNOWLEDGED_GAP_SEGMENTS - 1, Limits.ACKNOWLEDGED_GAP_SEGMENTS}) {
            var test = new StreamLimitsTest();
            test.hole();
            int next = ONE.length + 10 + TWO.length;
            for (int more = 1; more < segments; more++) {
                test.file.add(
                        PcapBuilder.BEGIN + 7000,
                        TcpBuilder.segment(40_000, 5060, true, 1000 + next, 5000, ACK, bytes("\r\n")));
                next += 2;
            }
            test.file.add(
                    PcapBuilder.BEGIN + 7000,
                    TcpBuilder.segment(5060, 40_000, false, 5000, 1000 + next, ACK, new byte[0]));
            test.file.add(PcapBuilder.BEGIN + 7000, udpPacket(THREE));
            boolean enough = segments == Limits.ACKNOWLEDGED_GAP_SEGMENTS;
            assertThat(Recorder.read(test.file).callIds())
                    .containsExactly("one", enough ? "two" : "three", enough ? "three" : "two");
        }
    }

    private static byte[] text(int length) {
        return bytes("some other text of seventy bytes, as it may be in the body of a message\r\n"
                        .repeat(length / 73 + 1)
                        .substring(0, length - 2)
                + "\r\n");
    }

    @Test
    void textBeforeTheFirstMessage() {
        assertThat(client(join(text(Limits.UNRECOGNIZED_AT_BEGIN), ONE)).callIds())
                .containsExactly("one");
        byte[] tooMuch = join(text(Limits.UNRECOGNIZED_AT_BEGIN + 1400), ONE);
        assertThat(new StreamLimitsTest().client(tooMuch).messages).isEmpty();
    }

    @Test
    void textAfterAMessageIsPassedHoweverLongItIs() {
        byte[] text = text(5 * Limits.UNRECOGNIZED);
        Recorder read = client(join(ONE, text, TWO));
        assertThat(read.callIds()).containsExactly("one", "two");
        assertThat(read.unusable).extracting(Unusable::detail).containsExactly(Integer.toString(text.length));
    }

    /** What is longer than any header section is one without a body; the rest of it is no message. */
    @Test
    void aHeaderSectionOfAnySizeIsPassed() {
        for (int length : new int[] {70_000, 140_000, 2_000_000}) {
            byte[] begin = bytes("MESSAGE sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/TCP a\r\nCall-ID: long\r\n");
            byte[] more = bytes(("X-More: " + "y".repeat(90) + "\r\n").repeat(length / 100));
            byte[] headers = join(begin, more, bytes("Content-Length: 0\r\n\r\n"));
            Recorder read = new StreamLimitsTest().client(join(ONE, headers, TWO));
            assertThat(read.callIds()).containsExactly("one", "long", "two");
            assertThat(read.unusable)
                    .extracting(Unusable::detail)
                    .containsExactly(Integer.toString(headers.length - MessageFramer.LONGEST_HEADERS));
        }
    }

    private static byte[] upgrade(int headers) {
        String begin = "GET / HTTP/1.1\r\nUpgrade: websocket\r\nCookie: ";
        return join(
                bytes(begin + "c".repeat(headers - begin.length() - 4) + "\r\n\r\n"),
                WebSocketTest.frame(0x81, true, ONE));
    }

    @Test
    void headersOfAnUpgrade() {
        assertThat(client(upgrade(Limits.HTTP_HEADERS)).callIds()).containsExactly("one");
        assertThat(new StreamLimitsTest().client(upgrade(Limits.HTTP_HEADERS + 1400)).messages)
                .isEmpty();
    }

    private static byte[] longStartLine(int length) {
        String begin = "OPTIONS sip:";
        String end = " SIP/2.0";
        String message = Sip.text(ONE);
        return bytes(begin
                + "u".repeat(length - begin.length() - end.length())
                + end
                + message.substring(message.indexOf("\r\n")));
    }

    @Test
    void aStartLineThatIsWaitedFor() {
        assertThat(client(longStartLine(Limits.START_LINE)).callIds()).containsExactly("one");
        assertThat(new StreamLimitsTest().client(longStartLine(Limits.START_LINE + 1400)).messages)
                .isEmpty();
    }

    @Test
    void aLargeMessageIsThereWithItsLastSegment() {
        byte[] large = Sip.request("MESSAGE", "large", "x".repeat(500_000));
        Recorder read = client(join(large, bytes("\r\n\r\n")));
        assertThat(read.texts).containsExactly(Sip.text(large));
        assertThat(read.frames()).containsExactly(3L + (large.length + 1399) / 1400);
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void aLargeMessageOfUnknownLengthIsThereAtTheEnd() {
        byte[] headers = bytes("OPTIONS sip:a SIP/2.0\r\nVia: SIP/2.0/TCP a\r\nCall-ID: one\r\n");
        byte[] slow = join(headers, bytes("X-Long: " + "y".repeat(60_000) + "\r\n\r\n"));
        tcp.handshake();
        for (int at = 0; at < slow.length; at += 100) {
            tcp.fromClient(at, cut(slow, at, Math.min(slow.length, at + 100)));
        }
        Recorder read = Recorder.read(file);
        assertThat(read.callIds()).containsExactly("one");
        assertThat(read.unusable).isEmpty();
    }
}
