package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.TcpBuilder.ACK;
import static org.ringback.capture.TcpBuilder.FIN;
import static org.ringback.capture.TcpBuilder.RST;
import static org.ringback.capture.TcpBuilder.SYN;
import static org.ringback.capture.wire.Unusable.Reason.SKIPPED_BYTES;
import static org.ringback.capture.wire.Unusable.Reason.UNFINISHED_MESSAGE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header of one segment is damaged while a message is on its way in several: the message is found all the same. */
class DamagedTcpHeaderTest {

    private static final byte[] ONE = Sip.options("one");
    private static final byte[] TWO = Sip.options("two");
    private static final byte[] THREE = Sip.options("three");
    private static final int HALF = 90;

    private final PcapBuilder file = PcapBuilder.ethernet();
    private final TcpBuilder tcp = new TcpBuilder(file);
    private int position;

    private DamagedTcpHeaderTest send(byte[] data) {
        tcp.fromClient(position, data);
        position += data.length;
        tcp.serverAcknowledges(position);
        return this;
    }

    private DamagedTcpHeaderTest firstHalf() {
        tcp.handshake();
        return send(ONE).send(cut(TWO, 0, HALF));
    }

    private Recorder secondHalf() {
        return send(cut(TWO, HALF, TWO.length)).send(THREE).read();
    }

    private Recorder read() {
        return Recorder.read(file);
    }

    /** What says to be data where the stream is, though it was a part of a header. */
    private void options(int flags) {
        byte[] options = hex("0101080A D957E962 93AA56B7");
        file.add(TcpBuilder.segment(40_000, 5060, true, 1000 + position, 5000, flags, options));
    }

    @ParameterizedTest
    @ValueSource(ints = {FIN, RST, FIN | RST, SYN, SYN | FIN, SYN | RST})
    void aFlagInTheMidstOfAMessageDoesNotCutIt(int flag) {
        firstHalf();
        tcp.clientFlags(position, ACK | flag);
        Recorder read = secondHalf();
        assertThat(read.callIds()).containsExactly("one", "two", "three");
        assertThat(read.unusable).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {ACK, ACK | FIN, ACK | RST, ACK | SYN, SYN | RST})
    void optionsThatAreTakenForDataDoNotCutAMessage(int flags) {
        firstHalf();
        options(flags);
        Recorder read = secondHalf();
        assertThat(read.callIds()).containsExactly("one", "two", "three");
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {ACK, SYN, SYN | RST})
    void optionsThatAreTakenForTheFirstDataHideNothing(int flags) {
        tcp.clientFlags(-1, SYN);
        options(flags);
        assertThat(send(ONE).send(TWO).read().callIds()).containsExactly("one", "two");
    }

    @Test
    void aSegmentWithALaterNumberCutsNoMessageThere() {
        tcp.handshake();
        send(ONE);
        tcp.fromClient(position + TWO.length + HALF, TWO);
        position += TWO.length;
        tcp.serverAcknowledges(position);
        send(cut(THREE, 0, HALF + 30));
        file.later(200_000);
        tcp.serverAcknowledges(position);
        send(cut(THREE, HALF + 30, THREE.length));
        assertThat(send(Sip.options("four")).read().callIds()).contains("one", "two", "three", "four");
    }

    @Test
    void aMessageThatTheEndCutsIsToldOnceItIsReceived() {
        firstHalf();
        tcp.clientFlags(position, ACK | FIN);
        tcp.serverAcknowledges(position + 1);
        new TcpBuilder(file, 700_000, 800_000).handshake().fromClient(0, THREE);
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one", "three");
        assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE);
    }

    @Test
    void anotherConnectionInTheMidstOfAMessageBeginsAnew() {
        firstHalf();
        new TcpBuilder(file, 700_000, 800_000).handshake().fromClient(0, THREE);
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one", "three");
        assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE);
    }
}
