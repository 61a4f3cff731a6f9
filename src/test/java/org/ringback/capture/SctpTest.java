package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.ipv4;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.u16;
import static org.ringback.capture.PacketBuilder.u32;
import static org.ringback.capture.wire.Unusable.Reason.LIMIT;
import static org.ringback.capture.wire.Unusable.Reason.UNFINISHED_MESSAGE;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;

class SctpTest {

    private static final byte[] ONE = Sip.options("one");
    private static final byte[] TWO = Sip.options("three");

    static byte[] data(int flags, int number, byte[] payload) {
        byte[] padding = new byte[(4 - payload.length % 4) % 4];
        return join(
                new byte[] {0, (byte) flags}, u16(16 + payload.length), u32(number), u32(1), u32(0), payload, padding);
    }

    static byte[] interleavedData(int flags, int number, byte[] payload) {
        byte[] padding = new byte[(4 - payload.length % 4) % 4];
        return join(
                new byte[] {64, (byte) flags},
                u16(20 + payload.length),
                u32(number),
                u32(1),
                u32(0),
                u32(0),
                payload,
                padding);
    }

    private static byte[] packet(byte[]... chunks) {
        return ipv4(132, payload(chunks));
    }

    static byte[] payload(byte[]... chunks) {
        return join(u16(5060), u16(5062), u32(0xCAFE), u32(0), join(chunks));
    }

    private static Recorder read(byte[]... packets) {
        var file = new PcapBuilder(101);
        for (byte[] packet : packets) {
            file.add(packet);
        }
        return Recorder.read(file);
    }

    @Test
    void severalChunksInOnePacket() {
        byte[] acknowledgement = join(new byte[] {3, 0}, u16(16), u32(1), u32(1000), u32(0));
        Recorder read = read(packet(acknowledgement, data(3, 1, ONE), interleavedData(3, 2, TWO)));
        assertThat(read.callIds()).containsExactly("one", "three");
        assertThat(read.messages.getFirst().transport()).isEqualTo(Transport.SCTP);
    }

    @Test
    void fragmentsInAnyOrder() {
        byte[] first = packet(data(2, -1, cut(ONE, 0, 100)));
        byte[] middle = packet(data(0, 0, cut(ONE, 100, 150)));
        byte[] last = packet(data(1, 1, cut(ONE, 150, ONE.length)));
        for (byte[][] order : new byte[][][] {{first, middle, last}, {last, middle, first}, {middle, first, last}}) {
            Recorder read = read(order);
            assertThat(read.texts).containsExactly(Sip.text(ONE));
            assertThat(read.frames()).containsExactly(3L);
            assertThat(read.unusable).isEmpty();
        }
    }

    @Test
    void aChunkThatIsSentAgainIsTheSame() {
        assertThat(read(packet(data(3, 1, ONE)), packet(data(3, 1, ONE)), packet(data(3, 2, ONE))).messages)
                .hasSize(2);
    }

    @Test
    void aFragmentThatNeverCame() {
        Recorder read = read(packet(data(2, 1, cut(ONE, 0, 100))), packet(data(1, 3, cut(ONE, 150, ONE.length))));
        assertThat(read.messages).isEmpty();
        assertThat(read.reasons()).containsExactly(UNFINISHED_MESSAGE);
    }

    @Test
    void fragmentsAreHeldInBoundedNumber() {
        var file = new PcapBuilder(101);
        for (int number = 0; number < Limits.SCTP_FRAGMENTS + 1; number++) {
            file.add(packet(data(2, 2 * number, cut(ONE, 0, 100))));
        }
        assertThat(Recorder.read(file).reasons()).contains(LIMIT);
    }

    @Test
    void aFragmentThatComesAgainVeryLateTakesNoMoreRoom() {
        var file = new PcapBuilder(101);
        for (int round = 0; round < 20; round++) {
            for (int number = 0; number < 600; number++) {
                file.add(packet(data(2, 2 * number, cut(ONE, 0, 100))));
            }
        }
        assertThat(Recorder.read(file).reasons()).doesNotContain(LIMIT);
    }

    @Test
    void chunksThatContradictThemselves() {
        byte[] whole = packet(data(3, 1, ONE), data(2, 2, TWO));
        byte[][] cuts = new byte[whole.length][];
        for (int end = 0; end < whole.length; end++) {
            cuts[end] = cut(whole, 0, end);
        }
        read(cuts);
        assertThat(read(packet(new byte[] {0, 3, 0, 0}, ONE)).messages).isEmpty();
    }
}
