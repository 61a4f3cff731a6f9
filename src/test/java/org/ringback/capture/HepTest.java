package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.u16;
import static org.ringback.capture.PacketBuilder.u32;
import static org.ringback.capture.PacketBuilder.udp;
import static org.ringback.capture.wire.Unusable.Reason.DAMAGED_RECORD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;

class HepTest {

    private static final int COLLECTOR = 0x0A000009;
    private static final byte[] SIP = Sip.options("one");

    private static byte[] packet(byte[] hep) {
        return PacketBuilder.ipv4(17, COLLECTOR, COLLECTOR + 1, 0, 0, new byte[0], udp(40_000, 9060, hep));
    }

    private static Recorder read(byte[]... hep) {
        var file = new PcapBuilder(101);
        for (byte[] one : hep) {
            file.add(packet(one));
        }
        return Recorder.read(file);
    }

    static byte[] chunk(int type, byte[] body) {
        return join(u16(0), u16(type), u16(6 + body.length), body);
    }

    private static byte[] version3(byte[] addresses, int protocol, byte[] payload) {
        byte[] chunks = join(
                chunk(1, new byte[] {2}),
                chunk(2, new byte[] {(byte) protocol}),
                addresses,
                chunk(7, u16(5060)),
                chunk(8, u16(5062)),
                chunk(9, u32(1_600_000_000)),
                chunk(10, u32(42)),
                chunk(11, new byte[] {1}),
                join(u16(0x1234), u16(15), u16(10), u32(7)),
                payload);
        return join(hex("48455033"), u16(6 + chunks.length), chunks);
    }

    static byte[] zlib(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** With the payload as chunks of their own. */
    static byte[] version3(int protocol, byte[] payload) {
        return version3(
                join(chunk(3, u32(PacketBuilder.SOURCE)), chunk(4, u32(PacketBuilder.DESTINATION))), protocol, payload);
    }

    static byte[] version2(byte[] sip) {
        return join(
                hex("02 10 02 11"),
                u16(5060),
                u16(5062),
                u32(PacketBuilder.SOURCE),
                u32(PacketBuilder.DESTINATION),
                hex("00105e5f 2a000000 0100 0000"),
                sip);
    }

    @Test
    void version3SaysWhenAndBetweenWhom() {
        Captured message = read(version3(17, chunk(15, SIP))).messages.getFirst();
        assertThat(message.time()).isEqualTo(1_600_000_000_000_042L);
        assertThat(message.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(message.destination()).isEqualTo(new Endpoint("192.0.2.2", 5062));
        assertThat(message.transport()).isEqualTo(Transport.UDP);
    }

    @Test
    void version3OfIpv6AndOtherTransports() {
        byte[] addresses = join(chunk(5, PacketBuilder.SOURCE6), chunk(6, PacketBuilder.DESTINATION6));
        Captured message = read(version3(addresses, 6, chunk(15, SIP))).messages.getFirst();
        assertThat(message.source().host()).isEqualTo("2001:db8::1");
        assertThat(message.transport()).isEqualTo(Transport.TCP);
    }

    @Test
    void transportsByProtocolNumber() {
        assertThat(read(version3(132, chunk(15, SIP))).messages.getFirst().transport())
                .isEqualTo(Transport.SCTP);
        assertThat(read(version3(22, chunk(15, SIP))).messages.getFirst().transport())
                .isEqualTo(Transport.TLS);
        assertThat(read(version3(50, chunk(15, SIP))).messages.getFirst().transport())
                .isEqualTo(Transport.WS);
        assertThat(read(version3(99, chunk(15, SIP))).messages.getFirst().transport())
                .isEqualTo(Transport.UNKNOWN);
    }

    @Test
    void compressedPayloads() throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(SIP);
        }
        for (byte[] packed : new byte[][] {zlib(SIP), gzip.toByteArray()}) {
            assertThat(read(version3(17, chunk(16, packed))).texts).containsExactly(Sip.text(SIP));
        }
    }

    @Test
    void compressedPayloadsThatCannotBeUnpacked() {
        assertThat(read(version3(17, chunk(16, hex("789c010203040506")))).reasons())
                .containsExactly(DAMAGED_RECORD);

        byte[] bomb = new byte[Limits.INFLATED + 1];
        byte[] packed = new byte[10_000];
        try (var deflater = new Deflater()) {
            deflater.setInput(bomb);
            deflater.finish();
            packed = cut(packed, 0, deflater.deflate(packed));
        }
        assertThat(read(version3(17, chunk(16, packed))).reasons()).containsExactly(DAMAGED_RECORD);
    }

    @Test
    void version2() {
        Captured message = read(version2(SIP)).messages.getFirst();
        assertThat(message.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(message.time()).isEqualTo(0x5F5E1000L * 1_000_000 + 42);

        byte[] header6 = join(
                hex("02 28 0a 06"),
                u16(5060),
                u16(5062),
                PacketBuilder.SOURCE6,
                PacketBuilder.DESTINATION6,
                hex("00105e5f 2a000000 0100 0000"));
        assertThat(read(join(header6, SIP)).messages.getFirst().source().host()).isEqualTo("2001:db8::1");
    }

    @Test
    void otherPayloadsAreNoneOfOurs() {
        Recorder read = read(version3(17, chunk(15, hex("80c80006deadbeef"))), version3(17, new byte[0]));
        assertThat(read.messages).isEmpty();
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void cutAnywhere() {
        byte[] whole = version3(17, chunk(15, SIP));
        byte[][] cuts = new byte[whole.length][];
        for (int end = 0; end < whole.length; end++) {
            cuts[end] = cut(whole, 0, end);
        }
        assertThat(read(cuts).messages.size()).isLessThan(SIP.length);
    }

    @Test
    void overTcpSplitAnywhere() {
        byte[] stream = join(version3(17, chunk(15, SIP)), version3(6, chunk(15, Sip.ok("two"))));
        for (int at = 1; at < stream.length; at += 7) {
            var file = PcapBuilder.ethernet();
            new TcpBuilder(file)
                    .handshake()
                    .fromClient(0, cut(stream, 0, at))
                    .fromClient(at, cut(stream, at, stream.length));
            Recorder read = Recorder.read(file);
            assertThat(read.callIds()).containsExactly("one", "two");
            assertThat(read.messages.getFirst().source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        }
    }

    @Test
    void besideTheMessageItMirrorsCountsOnce() {
        byte[] mirror = version3(
                join(
                        chunk(3, u32(PacketBuilder.SOURCE)),
                        chunk(4, u32(PacketBuilder.DESTINATION)),
                        chunk(9, u32(PcapBuilder.BEGIN / 1_000_000))),
                17,
                chunk(15, SIP));
        // The last time stands.
        byte[] sameTime = mirror.clone();
        for (int at = 0; at + 10 < sameTime.length; at++) {
            if (sameTime[at + 3] == 9 && sameTime[at + 2] == 0 && sameTime[at + 5] == 10) {
                System.arraycopy(u32(PcapBuilder.BEGIN / 1_000_000), 0, sameTime, at + 6, 4);
            }
        }
        var file = new PcapBuilder(101).add(PacketBuilder.udp4(SIP)).add(packet(sameTime));
        assertThat(Recorder.read(file).frames()).containsExactly(1L);
        var reversed = new PcapBuilder(101).add(packet(sameTime)).add(PacketBuilder.udp4(SIP));
        assertThat(Recorder.read(reversed).frames()).containsExactly(1L);
    }
}
