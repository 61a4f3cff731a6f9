package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.Sip.bytes;
import static org.ringback.capture.TcpBuilder.ACK;
import static org.ringback.capture.TcpBuilder.FIN;
import static org.ringback.capture.TcpBuilder.RST;
import static org.ringback.capture.ThreeMessages.END;
import static org.ringback.capture.ThreeMessages.ONE;
import static org.ringback.capture.ThreeMessages.STREAM;
import static org.ringback.capture.ThreeMessages.THREE;
import static org.ringback.capture.ThreeMessages.TWO;
import static org.ringback.capture.ThreeMessages.isWhole;
import static org.ringback.capture.ThreeMessages.part;
import static org.ringback.capture.wire.Unusable.Reason.CUT_PACKET;
import static org.ringback.capture.wire.Unusable.Reason.LOST_SEGMENTS;
import static org.ringback.capture.wire.Unusable.Reason.SKIPPED_BYTES;
import static org.ringback.capture.wire.Unusable.Reason.UNFINISHED_MESSAGE;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Limits;

/** What is read of a TCP stream that was not captured whole. */
class LostSegmentsTest {

    private final ThreeMessages stream = new ThreeMessages();

    @Test
    void begunInTheMiddleOfAMessage() {
        stream.tcp.fromClient(0, part(20, 200)).fromClient(180, part(200, END));
        Recorder read = stream.read();
        assertThat(read.callIds()).containsExactly("two", "three");
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void begunInABodyThatQuotesAStartLine() {
        byte[] body = bytes("SIP/2.0 100 Trying\r\n");
        stream.tcp.fromClient(0, join(body, TWO));
        Recorder read = stream.read();
        assertThat(read.callIds()).containsExactly("two");
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void lostBetweenMessages() {
        stream.tcp
                .handshake()
                .fromClient(0, ONE)
                .fromClient(ONE.length + TWO.length, THREE)
                .serverAcknowledges(END);
        stream.file.later(Limits.ACKNOWLEDGED_GAP);
        stream.tcp.serverAcknowledges(END);
        stream.tcp.fromClient(END, TWO);
        Recorder read = stream.read();
        assertThat(read.callIds()).containsExactly("one", "three", "two");
        assertThat(read.frames()).containsExactly(4L, 5L, 8L);
        assertThat(read.reasons()).containsExactly(LOST_SEGMENTS);
        assertThat(read.unusable.getFirst().detail()).isEqualTo(Integer.toString(TWO.length));
    }

    @Test
    void lostInTheMiddleOfHeaders() {
        int from = ONE.length + 40;
        stream.tcp.handshake().fromClient(0, part(0, from)).fromClient(from + 20, part(from + 20, END));
        Recorder read = stream.read();
        assertThat(read.callIds()).containsExactly("one", "three");
        assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE, LOST_SEGMENTS, SKIPPED_BYTES);
        assertThat(read.unusable.get(1).detail()).isEqualTo("20");
    }

    @Test
    void lostInABodyLeavesTheHeaders() {
        int from = END - 10;
        stream.tcp.handshake().fromClient(0, part(0, from)).fromClient(END, TWO);
        Recorder read = stream.read();
        assertThat(read.callIds()).containsExactly("one", "two", "three", "two");
        assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE, LOST_SEGMENTS);
    }

    @Test
    void lostAtTheBegin() {
        stream.tcp.handshake().fromClient(ONE.length, join(TWO, THREE));
        Recorder read = stream.read();
        assertThat(read.callIds()).containsExactly("two", "three");
        assertThat(read.unusable).hasSize(1);
        assertThat(read.unusable.getFirst().detail()).isEqualTo(Integer.toString(ONE.length));
    }

    @Test
    void aGapMayStillBeFilledBeforeItIsAcknowledged() {
        stream.tcp.handshake().fromClient(0, ONE).fromClient(ONE.length + TWO.length, THREE);
        stream.file.later(Limits.ONE_SIDED_GAP);
        stream.tcp.serverAcknowledges(ONE.length).fromClient(ONE.length, TWO);
        isWhole(stream.read());
    }

    @Test
    void aGapInADirectionWithoutAnswersIsGivenUpAfterAWhile() {
        stream.tcp.fromClient(0, ONE).fromClient(ONE.length + TWO.length, THREE);
        stream.file.later(Limits.ONE_SIDED_GAP);
        stream.tcp.fromClient(END, TWO);
        Recorder read = stream.read();
        assertThat(read.callIds()).containsExactly("one", "three", "two");
        assertThat(read.reasons()).containsExactly(LOST_SEGMENTS);
    }

    @Test
    void waitingSegmentsAreBounded() {
        stream.tcp.handshake().fromClient(0, ONE);
        for (int count = 0; count < Limits.WAITING_SEGMENTS; count++) {
            stream.tcp.fromClient(ONE.length + 1000 + count * TWO.length, TWO);
        }
        stream.tcp.fromClient(ONE.length, new byte[1000]);
        Recorder read = stream.read();
        assertThat(read.messages).hasSize(1 + Limits.WAITING_SEGMENTS);
        assertThat(read.reasons()).containsExactly(LOST_SEGMENTS);
    }

    @Test
    void aSegmentOfWhichOnlyTheBeginWasKept() {
        byte[] packet = TcpBuilder.segment(40_000, 5060, true, 1000, 0, ACK, STREAM);
        stream.file.add(PcapBuilder.BEGIN, cut(packet, 0, packet.length - 20), packet.length - 20L, packet.length);
        stream.tcp.fromClient(END, TWO);
        Recorder read = stream.read();
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
}
