package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.Sip.bytes;
import static org.ringback.capture.TcpBuilder.ACK;
import static org.ringback.capture.TcpBuilder.FIN;
import static org.ringback.capture.TcpBuilder.SYN;
import static org.ringback.capture.ThreeMessages.END;
import static org.ringback.capture.ThreeMessages.ONE;
import static org.ringback.capture.ThreeMessages.STREAM;
import static org.ringback.capture.ThreeMessages.THREE;
import static org.ringback.capture.ThreeMessages.TWO;
import static org.ringback.capture.ThreeMessages.isWhole;
import static org.ringback.capture.ThreeMessages.part;
import static org.ringback.capture.wire.Unusable.Reason.SKIPPED_BYTES;
import static org.ringback.capture.wire.Unusable.Reason.UNFINISHED_MESSAGE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.ringback.BesideOthers;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;

/** Messages are read from TCP however its segments are cut, ordered and repeated. */
@BesideOthers
class TcpTest {

    private final ThreeMessages stream = new ThreeMessages();

    @Test
    void severalMessagesInOneSegment() {
        stream.tcp.handshake().fromClient(0, STREAM);
        Recorder read = stream.read();
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
        stream.tcp.handshake();
        for (int at = 0; at < END; at++) {
            stream.tcp.fromClient(at, part(at, at + 1));
        }
        Recorder read = stream.read();
        isWhole(read);
        assertThat(read.frames()).containsExactly(3L + ONE.length, 3L + ONE.length + TWO.length, 3L + END);
    }

    @Test
    void inAnyOrderTwiceAndOverlapping() {
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            var mixed = PcapBuilder.ethernet();
            var connection = new TcpBuilder(mixed, -200, 77).handshake();
            List<Integer> begins = new ArrayList<>(
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
        stream.tcp.handshake().fromClient(0, STREAM).clientFlags(END, FIN | ACK).fromClient(0, STREAM);
        isWhole(stream.read());
    }

    @Test
    void keepAlivesAreNoErrors() {
        byte[] ping = bytes("\r\n\r\n");
        stream.tcp
                .handshake()
                .fromClient(0, ping)
                .fromServer(0, bytes("\r\n"))
                .fromClient(4, ONE)
                .fromClient(4 + ONE.length - 1, cut(ONE, ONE.length - 1, ONE.length))
                .fromClient(4 + ONE.length, join(ping, TWO, ping))
                .fromClient(12 + ONE.length + TWO.length, THREE);
        isWhole(stream.read());
    }

    @Test
    void bothDirections() {
        stream.tcp.handshake().fromClient(0, TWO).fromServer(0, Sip.ok("two"));
        Recorder read = stream.read();
        assertThat(read.messages).hasSize(2);
        assertThat(read.messages.get(1).source().port()).isEqualTo(5060);
    }

    @Test
    void begunAtAMessage() {
        stream.tcp.fromClient(0, STREAM);
        isWhole(stream.read());
    }

    @Test
    void theSamePortsAgain() {
        stream.tcp.handshake().fromClient(0, join(ONE, cut(TWO, 0, 50)));
        new TcpBuilder(stream.file, 900_000, 800_000).handshake().fromClient(0, THREE);
        new TcpBuilder(stream.file, -900_000_000, 5).fromClient(0, TWO);
        Recorder read = stream.read();
        assertThat(read.callIds()).containsExactly("one", "three", "two");
        assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE);
    }

    @Test
    void sequenceNumbersWrap() {
        new TcpBuilder(stream.file, -100, -1)
                .handshake()
                .fromClient(0, part(0, 90))
                .fromClient(90, part(90, END));
        isWhole(stream.read());
    }

    @Test
    void aSynThatIsRepeatedChangesNothing() {
        stream.tcp.handshake().fromClient(0, part(0, 100)).clientFlags(-1, SYN).fromClient(100, part(100, END));
        isWhole(stream.read());
    }

    @Test
    void otherProtocolsAreDroppedWithoutAWord() {
        byte[] ssh = join(bytes("SSH-2.0-OpenSSH_9.9\r\n"), hex("0000042c0a14"), new byte[200]);
        byte[] rtp = join(hex("00ac8000000100000000deadbeef"), new byte[160]);
        byte[] mail = bytes("220 mail.example.com ESMTP\r\n".repeat(500));
        int port = 1000;
        for (byte[] data : new byte[][] {ssh, rtp, mail}) {
            stream.file.add(TcpBuilder.segment(port, 5060, true, 99, 0, SYN, new byte[0]));
            stream.file.add(TcpBuilder.segment(port, 5060, true, 100, 0, ACK, data));
            stream.file.add(TcpBuilder.segment(port++, 5060, true, 100 + data.length, 0, ACK, ONE));
        }
        Recorder read = stream.read();
        assertThat(read.messages).isEmpty();
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void junkBeforeTheFirstMessage() {
        stream.tcp.handshake().fromClient(0, join(bytes("PROXY TCP4 192.0.2.9 192.0.2.1 1 2\r\n"), ONE));
        Recorder read = stream.read();
        assertThat(read.callIds()).containsExactly("one");
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void headersThatNeverEndAreBounded() {
        stream.tcp.handshake();
        byte[] head = bytes("MESSAGE sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/TCP a\r\n");
        stream.tcp.fromClient(0, head);
        byte[] line = bytes("X-More: " + "y".repeat(30_000) + "\r\n");
        int position = head.length;
        for (int count = 0; count < 3; count++) {
            stream.tcp.fromClient(position, line);
            position += line.length;
        }
        stream.tcp.fromClient(position, TWO);
        assertThat(stream.read().callIds()).endsWith("two");
    }

    /** Who read all again with each segment would not come to an end: that is all that the time is for. */
    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    void tricklingInIsNoReasonToReadAllAgain() {
        stream.tcp.handshake();
        byte[] big = Sip.request("MESSAGE", "big", "z".repeat(1_000_000));
        for (int at = 0; at < big.length; at += 4) {
            stream.tcp.fromClient(at, cut(big, at, Math.min(big.length, at + 4)));
        }
        stream.tcp.clientFlags(big.length, FIN | ACK);
        assertThat(stream.read().callIds()).containsExactly("big");
    }

    @Test
    void connectionsAreBounded() {
        stream.tcp.handshake().fromClient(0, part(0, 100));
        for (int port = 0; port < Limits.CONNECTIONS; port++) {
            stream.file.add(TcpBuilder.segment(port, 443, true, 1, 0, SYN, new byte[0]));
            stream.file.add(TcpBuilder.segment(port, 443, true, 2, 0, ACK, hex("160301020001000200")));
        }
        stream.tcp.fromClient(100, part(100, END));
        assertThat(stream.read().callIds()).endsWith("three");
    }
}
