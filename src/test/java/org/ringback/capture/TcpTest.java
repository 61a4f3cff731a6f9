package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.Sip.bytes;
import static org.ringback.capture.TcpBuilder.ACK;
import static org.ringback.capture.TcpBuilder.FIN;
import static org.ringback.capture.TcpBuilder.RST;
import static org.ringback.capture.TcpBuilder.SYN;
import static org.ringback.capture.wire.Unusable.Reason.CUT_PACKET;
import static org.ringback.capture.wire.Unusable.Reason.LOST_SEGMENTS;
import static org.ringback.capture.wire.Unusable.Reason.SKIPPED_BYTES;
import static org.ringback.capture.wire.Unusable.Reason.UNFINISHED_MESSAGE;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;

class TcpTest {

    private static final byte[] ONE = Sip.request("MESSAGE", "one", "hello\r\n");
    private static final byte[] TWO = Sip.options("two");
    private static final byte[] THREE = Sip.request("INFO", "three", "a body\r\n\r\nwith an empty line");
    private static final byte[] STREAM = join(ONE, TWO, THREE);
    private static final int END = STREAM.length;

    private final PcapBuilder file = PcapBuilder.ethernet();
    private final TcpBuilder tcp = new TcpBuilder(file);

    private Recorder read() {
        return Recorder.read(file);
    }

    private static byte[] part(int from, int to) {
        return cut(STREAM, from, to);
    }

    private static void isWhole(Recorder read) {
        assertThat(String.join("", read.texts)).isEqualTo(Sip.text(STREAM));
        assertThat(read.callIds()).containsExactly("one", "two", "three");
        assertThat(read.messages).extracting(Captured::transport).containsOnly(Transport.TCP);
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void severalMessagesInOneSegment() {
        tcp.handshake().fromClient(0, STREAM);
        Recorder read = read();
        isWhole(read);
        assertThat(read.frames()).containsExactly(4L, 4L, 4L);
        assertThat(read.messages.getFirst().source()).isEqualTo(new Endpoint("192.0.2.1", 40_000));
    }

    @Test
    void splitAnywhere() {
        for (int at = 1; at < END; at += 5) {
            var split = PcapBuilder.ethernet();
            new TcpBuilder(split).handshake().fromClient(0, part(0, at)).fromClient(at, part(at, END));
            isWhole(Recorder.read(split));
        }
    }

    @Test
    void byteByByte() {
        tcp.handshake();
        for (int at = 0; at < END; at++) {
            tcp.fromClient(at, part(at, at + 1));
        }
        Recorder read = read();
        isWhole(read);
        assertThat(read.frames()).containsExactly(3L + ONE.length, 3L + ONE.length + TWO.length, 3L + END);
    }

    @Test
    void inAnyOrderTwiceAndOverlapping() {
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            var mixed = PcapBuilder.ethernet();
            var connection = new TcpBuilder(mixed, -200, 77).handshake();
            List<Integer> begins = new java.util.ArrayList<>(
                    IntStream.iterate(0, at -> at < END, at -> at + 37).boxed().toList());
            begins.addAll(begins.subList(0, 5));
            Collections.shuffle(begins, random);
            for (int begin : begins) {
                connection.fromClient(begin, part(begin, Math.min(END, begin + 37 + random.nextInt(60))));
            }
            isWhole(Recorder.read(mixed));
        }
    }

    @Test
    void retransmittedAfterTheEnd() {
        tcp.handshake().fromClient(0, STREAM).clientFlags(END, FIN | ACK).fromClient(0, STREAM);
        isWhole(read());
    }

    @Test
    void keepAlivesAreNoErrors() {
        byte[] ping = bytes("\r\n\r\n");
        tcp.handshake()
                .fromClient(0, ping)
                .fromServer(0, bytes("\r\n"))
                .fromClient(4, ONE)
                .fromClient(4 + ONE.length - 1, cut(ONE, ONE.length - 1, ONE.length))
                .fromClient(4 + ONE.length, join(ping, TWO, ping))
                .fromClient(12 + ONE.length + TWO.length, THREE);
        isWhole(read());
    }

    @Test
    void bothDirections() {
        tcp.handshake().fromClient(0, TWO).fromServer(0, Sip.ok("two"));
        Recorder read = read();
        assertThat(read.messages).hasSize(2);
        assertThat(read.messages.get(1).source().port()).isEqualTo(5060);
    }

    @Test
    void begunInTheMiddleOfAMessage() {
        tcp.fromClient(0, part(20, 200)).fromClient(180, part(200, END));
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("two", "three");
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void begunAtAMessage() {
        tcp.fromClient(0, STREAM);
        isWhole(read());
    }

    @Test
    void begunInABodyThatQuotesAStartLine() {
        byte[] body = bytes("SIP/2.0 100 Trying\r\n");
        tcp.fromClient(0, join(body, TWO));
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("two");
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void lostBetweenMessages() {
        tcp.handshake()
                .fromClient(0, ONE)
                .fromClient(ONE.length + TWO.length, THREE)
                .serverAcknowledges(END);
        file.later(Limits.ACKNOWLEDGED_GAP);
        tcp.serverAcknowledges(END);
        tcp.fromClient(END, TWO);
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one", "three", "two");
        assertThat(read.frames()).containsExactly(4L, 5L, 8L);
        assertThat(read.reasons()).containsExactly(LOST_SEGMENTS);
        assertThat(read.unusable.getFirst().detail()).isEqualTo(Integer.toString(TWO.length));
    }

    @Test
    void lostInTheMiddleOfHeaders() {
        int from = ONE.length + 40;
        tcp.handshake().fromClient(0, part(0, from)).fromClient(from + 20, part(from + 20, END));
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one", "three");
        assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE, LOST_SEGMENTS, SKIPPED_BYTES);
        assertThat(read.unusable.get(1).detail()).isEqualTo("20");
    }

    @Test
    void lostInABodyLeavesTheHeaders() {
        int from = END - 10;
        tcp.handshake().fromClient(0, part(0, from)).fromClient(END, TWO);
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one", "two", "three", "two");
        assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE, LOST_SEGMENTS);
    }

    @Test
    void lostAtTheBegin() {
        tcp.handshake().fromClient(ONE.length, join(TWO, THREE));
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("two", "three");
        assertThat(read.unusable).hasSize(1);
        assertThat(read.unusable.getFirst().detail()).isEqualTo(Integer.toString(ONE.length));
    }

    @Test
    void aGapMayStillBeFilledBeforeItIsAcknowledged() {
        tcp.handshake().fromClient(0, ONE).fromClient(ONE.length + TWO.length, THREE);
        file.later(Limits.ONE_SIDED_GAP);
        tcp.serverAcknowledges(ONE.length).fromClient(ONE.length, TWO);
        isWhole(read());
    }

    @Test
    void aGapInADirectionWithoutAnswersIsGivenUpAfterAWhile() {
        tcp.fromClient(0, ONE).fromClient(ONE.length + TWO.length, THREE);
        file.later(Limits.ONE_SIDED_GAP);
        tcp.fromClient(END, TWO);
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one", "three", "two");
        assertThat(read.reasons()).containsExactly(LOST_SEGMENTS);
    }

    @Test
    void waitingSegmentsAreBounded() {
        tcp.handshake().fromClient(0, ONE);
        for (int count = 0; count < Limits.WAITING_SEGMENTS; count++) {
            tcp.fromClient(ONE.length + 1000 + count * TWO.length, TWO);
        }
        tcp.fromClient(ONE.length, new byte[1000]);
        Recorder read = read();
        assertThat(read.messages).hasSize(1 + Limits.WAITING_SEGMENTS);
        assertThat(read.reasons()).containsExactly(LOST_SEGMENTS);
    }

    @Test
    void aSegmentOfWhichOnlyTheBeginWasKept() {
        byte[] packet = TcpBuilder.segment(40_000, 5060, true, 1000, 0, ACK, STREAM);
        file.add(PcapBuilder.BEGIN, cut(packet, 0, packet.length - 20), packet.length - 20L, packet.length);
        tcp.fromClient(END, TWO);
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one", "two", "three", "two");
        assertThat(read.reasons()).contains(CUT_PACKET);
    }

    @Test
    void finOrResetEndsAMessageThatIsNotWhole() {
        for (int flags : new int[] {FIN | ACK, RST}) {
            var ended = PcapBuilder.ethernet();
            new TcpBuilder(ended).handshake().fromClient(0, part(0, 100)).clientFlags(100, flags);
            Recorder read = Recorder.read(ended);
            assertThat(read.messages).isEmpty();
            assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE);
        }
    }

    @Test
    void theSamePortsAgain() {
        tcp.handshake().fromClient(0, join(ONE, cut(TWO, 0, 50)));
        new TcpBuilder(file, 900_000, 800_000).handshake().fromClient(0, THREE);
        new TcpBuilder(file, -900_000_000, 5).fromClient(0, TWO);
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one", "three", "two");
        assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE);
    }

    @Test
    void sequenceNumbersWrap() {
        new TcpBuilder(file, -100, -1).handshake().fromClient(0, part(0, 90)).fromClient(90, part(90, END));
        isWhole(read());
    }

    @Test
    void aSynThatIsRepeatedChangesNothing() {
        tcp.handshake().fromClient(0, part(0, 100)).clientFlags(-1, SYN).fromClient(100, part(100, END));
        isWhole(read());
    }

    @Test
    void otherProtocolsAreDroppedWithoutAWord() {
        byte[] ssh = join(bytes("SSH-2.0-OpenSSH_9.9\r\n"), hex("0000042c0a14"), new byte[200]);
        byte[] rtp = join(hex("00ac8000000100000000deadbeef"), new byte[160]);
        byte[] mail = bytes("220 mail.example.com ESMTP\r\n".repeat(500));
        int port = 1000;
        for (byte[] data : new byte[][] {ssh, rtp, mail}) {
            file.add(TcpBuilder.segment(port, 5060, true, 99, 0, SYN, new byte[0]));
            file.add(TcpBuilder.segment(port, 5060, true, 100, 0, ACK, data));
            file.add(TcpBuilder.segment(port++, 5060, true, 100 + data.length, 0, ACK, ONE));
        }
        Recorder read = read();
        assertThat(read.messages).isEmpty();
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void junkBeforeTheFirstMessage() {
        tcp.handshake().fromClient(0, join(bytes("PROXY TCP4 192.0.2.9 192.0.2.1 1 2\r\n"), ONE));
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one");
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void headersThatNeverEndAreBounded() {
        tcp.handshake();
        byte[] head = bytes("MESSAGE sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/TCP a\r\n");
        tcp.fromClient(0, head);
        byte[] line = bytes("X-More: " + "y".repeat(30_000) + "\r\n");
        int position = head.length;
        for (int count = 0; count < 3; count++) {
            tcp.fromClient(position, line);
            position += line.length;
        }
        tcp.fromClient(position, TWO);
        assertThat(read().callIds()).endsWith("two");
    }

    /** Who read all again with each segment would not come to an end: that is all that the time is for. */
    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    void tricklingInIsNoReasonToReadAllAgain() {
        tcp.handshake();
        byte[] big = Sip.request("MESSAGE", "big", "z".repeat(1_000_000));
        for (int at = 0; at < big.length; at += 4) {
            tcp.fromClient(at, cut(big, at, Math.min(big.length, at + 4)));
        }
        tcp.clientFlags(big.length, FIN | ACK);
        assertThat(read().callIds()).containsExactly("big");
    }

    @Test
    void connectionsAreBounded() {
        tcp.handshake().fromClient(0, part(0, 100));
        for (int port = 0; port < Limits.CONNECTIONS; port++) {
            file.add(TcpBuilder.segment(port, 443, true, 1, 0, SYN, new byte[0]));
            file.add(TcpBuilder.segment(port, 443, true, 2, 0, ACK, hex("160301020001000200")));
        }
        tcp.fromClient(100, part(100, END));
        assertThat(read().callIds()).endsWith("three");
    }
}
