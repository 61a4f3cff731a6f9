package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.TcpBuilder.ACK;
import static org.ringback.capture.TcpBuilder.SYN;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Unusable;

/** Segments that do not belong where they say to belong hide nothing of what does. */
class ForgedSegmentsTest {

    private static final int COUNT = 20;

    private final PcapBuilder file = PcapBuilder.ethernet();
    private final TcpBuilder tcp = new TcpBuilder(file);
    private int position;

    private static byte[] message(int number) {
        return Sip.request("MESSAGE", "m" + number, "hello " + number);
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "m" + number).toList();
    }

    private ForgedSegmentsTest send(int from, int to) {
        for (int number = from; number < to; number++) {
            byte[] message = message(number);
            tcp.fromClient(position, message);
            position += message.length;
            tcp.serverAcknowledges(position);
        }
        return this;
    }

    private Recorder read() {
        return Recorder.read(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 5_000, 70_000, 1 << 19, 1 << 21, 1 << 25, 1 << 28, 1 << 31, -70_000, -(1 << 27)})
    void aForgedSegmentHidesNothingAndIsRead(int away) {
        tcp.handshake();
        send(0, 5);
        tcp.fromClient(position + away, Sip.options("forged"));
        send(5, 10);
        file.later(120_000_000);
        send(10, COUNT);
        assertThat(read().callIds())
                .containsAll(names(0, 5))
                .containsAll(names(7, COUNT))
                .contains("forged");
    }

    @Test
    void aForgedSegmentInThePlaceOfTheNextOneHidesOneMessageAtMost() {
        tcp.handshake();
        send(0, 5);
        tcp.fromClient(position, Sip.options("forged"));
        send(5, COUNT);
        assertThat(read().callIds())
                .containsAll(names(0, 5))
                .containsAll(names(6, COUNT))
                .contains("forged");
    }

    @Test
    void whatIsNoSipInAForgedSegmentIsTold() {
        tcp.handshake();
        send(0, 5);
        tcp.fromClient(position + (1 << 28), new byte[] {1, 2, 3});
        send(5, COUNT);
        Recorder read = read();
        assertThat(read.callIds()).isEqualTo(names(0, COUNT));
        assertThat(read.unusable).extracting(Unusable::detail).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9, 1 << 16, 1 << 22, 1 << 30, 1 << 31})
    void aWrongNumberOfASynHidesNothing(int bit) {
        for (int wrong : new int[] {1000 ^ bit, 1000 + bit, 1000 - bit}) {
            var test = new ForgedSegmentsTest();
            test.file.add(TcpBuilder.segment(40_000, 5060, true, wrong - 1, 0, SYN, new byte[0]));
            assertThat(test.send(0, COUNT).read().callIds()).as("SYN %d", wrong).containsAll(names(1, COUNT));
        }
    }

    @Test
    void optionsThatADamagedSynTakesForDataAreNone() {
        byte[] options = hex("020405b40402080a0000000100000000");
        file.add(TcpBuilder.segment(40_000, 5060, true, 999, 0, SYN, options));
        assertThat(send(0, COUNT).read().callIds()).isEqualTo(names(0, COUNT));
    }

    @Test
    void whatASynReallyBringsIsRead() {
        byte[] first = message(0);
        file.add(TcpBuilder.segment(40_000, 5060, true, 999, 0, SYN, first));
        position = first.length;
        Recorder read = send(1, COUNT).read();
        assertThat(read.callIds()).isEqualTo(names(0, COUNT));
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void aWrongLengthOfTheHeaderHidesOneMessageAtMost() {
        for (int words = 0; words < 16; words++) {
            var test = new ForgedSegmentsTest();
            test.tcp.handshake();
            test.send(0, 5);
            byte[] packet = TcpBuilder.segment(40_000, 5060, true, 1000 + test.position, 5000, ACK, message(5));
            packet[14 + 20 + 12] = (byte) (words << 4);
            test.file.add(packet);
            test.position += message(5).length;
            var expected = new ArrayList<>(names(0, COUNT));
            assertThat(test.send(6, COUNT).read().callIds())
                    .as("%d words", words)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aConnectionThatReallyBeginsAnewIsNoForgery() {
        tcp.handshake();
        send(0, 5);
        new TcpBuilder(file, 900_000_000, 77)
                .fromClient(0, join(message(5), message(6)))
                .fromClient(message(5).length + message(6).length, message(7));
        Recorder read = read();
        assertThat(read.callIds()).isEqualTo(names(0, 8));
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void muchThatTheCaptureLostIsTold() {
        tcp.handshake();
        send(0, 5);
        position += 5 << 20;
        send(5, COUNT);
        Recorder read = read();
        assertThat(read.callIds()).isEqualTo(names(0, COUNT));
        assertThat(read.unusable).extracting(Unusable::detail).containsExactly(Integer.toString(5 << 20));
    }

    @Test
    void aDirectionWhoseBeginIsDamagedIsHeardOnceTheOtherOneSpeaksSip() {
        byte[] noise = new byte[message(0).length];
        java.util.Arrays.fill(noise, (byte) 0xFF);
        tcp.handshake().fromClient(0, noise);
        position = noise.length;
        tcp.fromServer(0, Sip.ok("other"));
        Recorder read = send(1, COUNT).read();
        assertThat(read.callIds()).contains("other").containsAll(names(1, COUNT));
    }

    @Test
    void aMessageWhoseBeginIsDamagedIsStillSip() {
        byte[] damaged = join(new byte[40], cut(message(0), 40, message(0).length));
        tcp.handshake().fromClient(0, damaged);
        position = damaged.length;
        assertThat(send(1, COUNT).read().callIds()).isEqualTo(names(1, COUNT));
    }
}
