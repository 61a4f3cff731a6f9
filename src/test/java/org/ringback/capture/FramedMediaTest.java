package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.u16;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Transport;

/** Packets of media that a TCP connection carries, each behind its length (RFC 4571). */
class FramedMediaTest {

    private static final int SOURCE = 0x5EED;

    @TempDir
    private Path folder;

    private final PcapBuilder file = PcapBuilder.ethernet();
    private final TcpBuilder tcp = new TcpBuilder(file).handshake();
    private final List<Seen> seen = new ArrayList<>();
    private final Recorder recorder = new Recorder();
    private int position;

    /** A packet that was told. */
    private record Seen(Transport transport, int sequence, long frame, long length, long missing) {}

    private static byte[] framed(byte[] packet) {
        return join(u16(packet.length), packet);
    }

    private static byte[] rtp(int sequence, int source, int size) {
        var payload = new byte[size];
        new SplittableRandom(sequence).nextBytes(payload);
        return framed(join(
                ByteBuffer.allocate(12)
                        .putShort((short) 0x8000)
                        .putShort((short) sequence)
                        .putInt(160 * sequence)
                        .putInt(source)
                        .array(),
                payload));
    }

    static byte[] rtp(int sequence) {
        return rtp(sequence, SOURCE, 160);
    }

    static byte[] report() {
        return framed(ByteBuffer.allocate(8).putInt(0x80C90001).putInt(SOURCE).array());
    }

    private FramedMediaTest sends(byte[]... parts) {
        byte[] data = join(parts);
        tcp.fromClient(position, data);
        position += data.length;
        return this;
    }

    /** A segment that was never captured, though others came later and it was acknowledged. */
    private FramedMediaTest loses(byte[]... parts) {
        position += join(parts).length;
        return this;
    }

    private List<Seen> told() {
        return told(file);
    }

    private List<Seen> told(PcapBuilder capture) {
        try {
            Path path = folder.resolve("framed.pcap");
            Files.write(path, capture.bytes());
            var witness = new Witness() {
                @Override
                public void datagram(Packet packet, long from, long to) {
                    seen.add(new Seen(
                            packet.transport,
                            Bytes.u16(packet.bytes, from + 2),
                            packet.frame,
                            to - from,
                            packet.missing));
                }
            };
            try (Capture read = Capture.open(List.of(path), Map.of(), (_, _) -> witness)) {
                read.read(recorder);
            }
            return seen;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> numbers(List<Seen> told) {
        return told.stream().map(Seen::sequence).toList();
    }

    @Test
    void eachPacketIsToldWithTheFrameInWhichItCame() {
        sends(rtp(1)).sends(rtp(2)).sends(rtp(3)).sends(rtp(4));

        assertThat(told())
                .containsExactly(
                        new Seen(Transport.TCP, 1, 4, 172, 0),
                        new Seen(Transport.TCP, 2, 5, 172, 0),
                        new Seen(Transport.TCP, 3, 6, 172, 0),
                        new Seen(Transport.TCP, 4, 7, 172, 0));
        assertThat(recorder.messages).isEmpty();
        assertThat(recorder.unusable).isEmpty();
    }

    @Test
    void severalInOneSegmentAreApart() {
        sends(rtp(1), rtp(2), rtp(3), report(), rtp(4)).sends(rtp(5));

        assertThat(numbers(told())).containsExactly(1, 2, 3, 1, 4, 5);
    }

    @Test
    void aPacketThatIsSplitCameWithItsLastByte() {
        byte[] all = join(rtp(1), rtp(2), rtp(3), rtp(4), rtp(5));
        for (int at = 0; at < all.length; at += 50) {
            sends(PacketBuilder.cut(all, at, Math.min(all.length, at + 50)));
        }

        assertThat(numbers(told())).containsExactly(1, 2, 3, 4, 5);
        assertThat(seen.getFirst().frame()).isEqualTo(4 + 173 / 50);
    }

    @Test
    void fewerThanThreeInARowAreNotBelieved() {
        sends(rtp(1)).sends(rtp(2));

        assertThat(told()).isEmpty();
    }

    @Test
    void numbersThatDoNotFollowEachOtherAreNotBelieved() {
        for (int i = 1; i < 40; i++) {
            sends(rtp(1000 * i));
        }

        assertThat(told()).isEmpty();
    }

    @Test
    void anotherSourceInEachPacketIsNotBelieved() {
        for (int i = 1; i < 40; i++) {
            sends(rtp(i, i, 160));
        }

        assertThat(told()).isEmpty();
    }

    @Test
    void behindALossTheNextPacketIsKnownByItsSource() {
        sends(rtp(1)).sends(rtp(2)).sends(rtp(3)).loses(rtp(4));
        byte[] split = rtp(5);
        loses(PacketBuilder.cut(split, 0, 30)).sends(PacketBuilder.cut(split, 30, split.length), rtp(6));
        for (int i = 7; i < 60; i++) {
            sends(rtp(i));
            tcp.serverAcknowledges(position);
        }

        assertThat(numbers(told()))
                .startsWith(1, 2, 3, 6, 7)
                .endsWith(58, 59)
                .doesNotContain(4, 5)
                .hasSize(57);
    }

    @Test
    void aSegmentThatCameLateIsReadInItsPlace() {
        sends(rtp(1)).sends(rtp(2));
        int late = position;
        loses(rtp(3)).sends(rtp(4));
        tcp.fromClient(late, rtp(3));
        sends(rtp(5));

        assertThat(numbers(told())).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whatTheCaptureCutOffIsMissing() {
        var cut = PcapBuilder.ethernet();
        new TcpBuilder(cut).handshake();
        for (int i = 1; i <= 5; i++) {
            byte[] packet = TcpBuilder.segment(40_000, 5060, true, 1000 + 174 * (i - 1), 5000, 16, rtp(i));
            cut.add(PcapBuilder.BEGIN + 20_000L * i, PacketBuilder.cut(packet, 0, 96), 96, packet.length);
        }

        assertThat(numbers(told(cut))).containsExactly(1, 2, 3, 4, 5);
        assertThat(seen).extracting(Seen::missing).containsOnly(54L + 174 - 96);
    }

    @Test
    void aStreamThatBeginsBeforeTheCaptureIsFound() {
        var joined = PcapBuilder.ethernet();
        for (int i = 1; i <= 5; i++) {
            joined.add(TcpBuilder.segment(40_000, 5060, true, 1000 + 174 * (i - 1), 5000, 16, rtp(i)));
        }

        assertThat(numbers(told(joined))).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void messagesAreNeverTakenForMedia() {
        sends(Sip.options("one")).sends(rtp(1)).sends(rtp(2)).sends(rtp(3)).sends(Sip.options("two"));

        assertThat(told()).isEmpty();
        assertThat(recorder.callIds()).containsExactly("one", "two");
    }

    @Test
    void aMessageBehindSomethingThatLooksLikeOnePacketIsRead() {
        sends(rtp(1), Sip.options("one"));

        assertThat(told()).isEmpty();
        assertThat(recorder.callIds()).containsExactly("one");
    }

    @Test
    void whoLooksForAWayFirstIsBelievedAtOnce() {
        byte[] stun = framed(ByteBuffer.allocate(20)
                .putInt(0x00010000)
                .putInt(0x2112A442)
                .putLong(1)
                .putInt(2)
                .array());
        byte[] keys = framed(ByteBuffer.allocate(14).putShort((short) 0x16FE).array());

        sends(stun).sends(keys).sends(keys).sends(rtp(1)).loses(rtp(2)).sends(rtp(3), rtp(4));
        tcp.clientFlags(position, TcpBuilder.FIN);

        assertThat(numbers(told())).endsWith(1, 3, 4).hasSize(6);
    }

    @Test
    void aHandshakeForKeysAloneIsNotBelieved() {
        byte[] keys = framed(ByteBuffer.allocate(14).putShort((short) 0x16FE).array());
        for (int i = 0; i < 10; i++) {
            sends(keys);
        }

        assertThat(told()).isEmpty();
    }

    @Test
    void noiseIsNoMedia() {
        var random = new SplittableRandom(4571);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[1400];
            random.nextBytes(noise);
            noise[0] = 0;
            noise[2] = (byte) 0x80;
            file.add(TcpBuilder.segment(20_000 + i, 5060, true, 1, 1, 16, noise));
        }

        assertThat(told()).isEmpty();
    }
}
