package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.wire.Unusable.Reason.DAMAGED_RECORD;
import static org.ringback.capture.wire.Unusable.Reason.LIMIT;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.capture.payload.Endpoints;
import org.ringback.capture.payload.Store;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Unusable;

/** Limits that have no test beside what they limit. */
class LimitsTest {

    @Test
    void reportsOfOneReason() {
        var file = new PcapBuilder(1);
        byte[] kept = PacketBuilder.cut(udpPacket(Sip.options("one")), 0, 200);
        for (int count = 0; count < Limits.REPORTS + 100; count++) {
            file.add(kept);
        }
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(Limits.REPORTS + 100);
        assertThat(read.unusable).hasSize(Limits.REPORTS + 1);
        assertThat(read.unusable.getLast().reason()).isEqualTo(LIMIT);
        assertThat(read.unusable.getLast().detail()).isEqualTo("REPORTS CUT_PACKET");
    }

    @Test
    void interfacesOfOneSection() {
        var file = new PcapngBuilder().section();
        for (int count = 0; count < Limits.INTERFACES + 2; count++) {
            file.interfaceOf(1, -1);
        }
        file.packet(0, PcapBuilder.BEGIN, udpPacket(Sip.options("one")));
        Recorder read = Recorder.read(file.bytes());
        assertThat(read.messages).hasSize(1);
        assertThat(read.unusable).containsExactly(new Unusable(0, 0, LIMIT, "INTERFACES"));
    }

    @Test
    void endpointsAreSharedUpToABound() {
        var endpoints = new Endpoints();
        Endpoint first = endpoints.of(false, 0, 1, 5060);
        for (int address = 0; address < Limits.ENDPOINTS + 100; address++) {
            assertThat(endpoints.of(false, 0, address, 5060).port()).isEqualTo(5060);
        }
        assertThat(endpoints.of(false, 0, 1, 5060)).isSameAs(first);
        int beyond = Limits.ENDPOINTS + 50;
        assertThat(endpoints.of(false, 0, beyond, 5060)).isEqualTo(endpoints.of(false, 0, beyond, 5060));
    }

    @Test
    void tagsBeforeAPacket() {
        byte[] packet = PacketBuilder.udp4(Sip.options("one"));
        int type = 0x0800;
        for (int count = 0; count <= Limits.TAGS; count++) {
            packet = PacketBuilder.join(PacketBuilder.u16(1), PacketBuilder.u16(type), packet);
            type = 0x8100;
        }
        assertThat(Recorder.read(PcapBuilder.ethernet(PacketBuilder.ethernet(type, packet))).messages)
                .isEmpty();
    }

    private static byte[] afterJunk(int junk) {
        byte[] one = PcapBuilder.ethernet(udpPacket(Sip.options("one"))).bytes();
        var more = new PcapBuilder(1);
        byte[] two = udpPacket(Sip.options("two"));
        byte[] rest = more.add(two).add(two).add(two).bytes();
        byte[] nonsense = new byte[junk];
        Arrays.fill(nonsense, (byte) 0xFF);
        return PacketBuilder.join(one, nonsense, PacketBuilder.cut(rest, 24, rest.length));
    }

    /** The file is read in steps of 4 MiB: one of them may end anywhere in the damage. */
    @Test
    void theNextRecordIsFoundHoweverFarItIs() {
        for (int junk : new int[] {(4 << 20) - 400, (4 << 20) + 1000, 9 << 20}) {
            Recorder read = Recorder.read(afterJunk(junk));
            assertThat(read.callIds()).containsExactly("one", "two", "two", "two");
            assertThat(read.unusable).containsExactly(new Unusable(0, 2, DAMAGED_RECORD, Integer.toString(junk)));
        }
    }

    private static byte[] blocksAfterJunk(int junk) {
        return new PcapngBuilder()
                .section()
                .interfaceOf(1, -1)
                .packet(0, PcapBuilder.BEGIN, udpPacket(Sip.options("one")))
                .raw(new byte[junk])
                .packet(0, PcapBuilder.BEGIN, udpPacket(Sip.options("two")))
                .bytes();
    }

    @Test
    void theNextBlockIsFoundHoweverFarItIs() {
        for (int junk : new int[] {(4 << 20) - 400, (4 << 20) + 1000, 9 << 20}) {
            Recorder read = Recorder.read(blocksAfterJunk(junk));
            assertThat(read.callIds()).containsExactly("one", "two");
            assertThat(read.unusable).containsExactly(new Unusable(0, 2, DAMAGED_RECORD, Integer.toString(junk)));
        }
    }

    @Test
    void theLongestRecord() {
        byte[] packet = udpPacket(Sip.options("one"));
        byte[] longest = PacketBuilder.join(packet, new byte[Limits.RECORD - packet.length]);
        assertThat(Recorder.read(PcapBuilder.ethernet(longest)).unusable).isEmpty();
        Recorder read = Recorder.read(PcapBuilder.ethernet(PacketBuilder.join(longest, new byte[1])));
        assertThat(read.messages).isEmpty();
        assertThat(read.reasons()).containsExactly(DAMAGED_RECORD);
    }

    @Test
    void whatAPackedFileGrowsTo(@TempDir Path folder) throws IOException {
        Path packed = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(new byte[3_000_000]);
        }
        Path unpacked = folder.resolve("unpacked");
        var sink = new Recorder();
        assertThat(Gunzip.unpack(packed, unpacked, 2_999_999, sink)).isEqualTo(Gunzip.Outcome.LIMIT);
        assertThat(Files.size(unpacked)).isEqualTo(2_999_999);
        assertThat(Gunzip.unpack(packed, unpacked, 3_000_000, sink)).isEqualTo(Gunzip.Outcome.WHOLE);
        assertThat(Files.size(unpacked)).isEqualTo(3_000_000);
    }

    @Test
    void whatAPackedFileHasBeforeItGrewTooLargeIsUsed(@TempDir Path folder) throws IOException {
        Path packed = folder.resolve("packed");
        byte[] one = PcapBuilder.ethernet(udpPacket(Sip.options("one"))).bytes();
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(one);
            out.write(new byte[1000]);
        }
        var sink = new Recorder();
        try (var spilled = new SpilledMessages()) {
            var file = new OpenFile(
                    SourceFile.of(packed), 0, 0, one.length, new Store(0, spilled), sink, Witness.Bench.EMPTY);
            file.open();
            assertThat(file.advance(new Progress(List.of(file), one.length, sink)))
                    .isTrue();
            assertThat(file.take().frame()).isEqualTo(1);
            assertThat(file.advance(new Progress(List.of(file), one.length, sink)))
                    .isFalse();
        }
        assertThat(sink.unusable).containsExactly(new Unusable(0, 0, LIMIT, "UNPACKED"));
    }

    @Test
    void bytesOfDatagramsThatWait() {
        byte[] whole = PacketBuilder.udp(5060, 5062, Sip.request("MESSAGE", "big", "x".repeat(60_000)));
        int datagrams = (int) (Limits.DATAGRAM_BYTES / 65_536) + 1;
        var grown = new PcapBuilder(101);
        for (int number = 0; number < datagrams; number++) {
            grown.add(PcapBuilder.BEGIN, PacketBuilder.fragment4(whole, 0, 1000, number));
        }
        for (int number = 0; number < datagrams; number++) {
            grown.add(PcapBuilder.BEGIN, PacketBuilder.fragment4(whole, 56_000, 57_000, number));
        }
        // The oldest had to make room when the last one grew, all others are still there.
        for (int number = 1; number >= 0; number--) {
            grown.add(PcapBuilder.BEGIN, PacketBuilder.fragment4(whole, 1000, whole.length, number));
        }
        Recorder read = Recorder.read(grown);
        assertThat(read.messages)
                .filteredOn(message -> message.bytes().byteSize() > 1000)
                .extracting(Captured::frame)
                .containsExactly(2L * datagrams + 1);
        assertThat(read.unusable)
                .filteredOn(part -> part.reason() == LIMIT)
                .extracting(Unusable::detail)
                .containsOnly("DATAGRAM_BYTES");
    }

    private static byte[] sctp(int tag, byte[] chunk) {
        return PacketBuilder.ipv4(
                132,
                PacketBuilder.join(
                        PacketBuilder.u16(5060),
                        PacketBuilder.u16(5062),
                        PacketBuilder.u32(tag),
                        PacketBuilder.u32(0),
                        chunk));
    }

    @Test
    void bytesOfSctpFragments() {
        byte[] message = Sip.request("MESSAGE", "one", "x".repeat(60_000));
        byte[] begin = PacketBuilder.cut(message, 0, 50_000);
        int tags = (int) (Limits.SCTP_BYTES / begin.length) + 1;
        var file = new PcapBuilder(101);
        for (int tag = 0; tag < tags; tag++) {
            file.add(sctp(tag, SctpTest.data(2, 1, begin)));
        }
        byte[] rest = PacketBuilder.cut(message, 50_000, message.length);
        for (int tag = 0; tag < 2; tag++) {
            file.add(sctp(tag, SctpTest.data(1, 2, rest)));
        }
        Recorder read = Recorder.read(file);
        assertThat(read.frames()).containsExactly(tags + 2L);
        assertThat(read.unusable)
                .filteredOn(part -> part.reason() == LIMIT)
                .extracting(Unusable::detail)
                .containsExactly("SCTP_BYTES");
    }

    @Test
    void associationsThatAreRemembered() {
        byte[] message = Sip.options("one");
        for (int others : new int[] {Limits.ASSOCIATIONS - 1, Limits.ASSOCIATIONS}) {
            var file = new PcapBuilder(101).add(sctp(-1, SctpTest.data(2, 1, PacketBuilder.cut(message, 0, 100))));
            for (int tag = 0; tag < others; tag++) {
                file.add(sctp(tag, SctpTest.data(3, 1, new byte[10])));
            }
            file.add(sctp(-1, SctpTest.data(1, 2, PacketBuilder.cut(message, 100, message.length))));
            Recorder read = Recorder.read(file);
            if (others < Limits.ASSOCIATIONS) {
                assertThat(read.callIds()).containsExactly("one");
                assertThat(read.unusable).isEmpty();
            } else {
                assertThat(read.messages).isEmpty();
                assertThat(read.unusable).extracting(Unusable::detail).containsExactly("ASSOCIATIONS");
            }
        }
    }

    @Test
    void junkBeforeAMessageInADatagram() {
        byte[] message = Sip.options("one");
        byte[] near = PacketBuilder.join(Sip.bytes("j".repeat(Limits.JUNK - 2) + "\r\n"), message);
        byte[] far = PacketBuilder.join(Sip.bytes("j".repeat(Limits.JUNK - 1) + "\r\n"), message);
        assertThat(Recorder.read(PcapBuilder.ethernet(udpPacket(near))).messages)
                .hasSize(1);
        assertThat(Recorder.read(PcapBuilder.ethernet(udpPacket(far))).messages).isEmpty();
    }

    private static Recorder mirrored(int between, long age) {
        byte[] packet = PacketBuilder.udp4(Sip.options("mirrored"));
        byte[] mirror = PacketBuilder.ipv4(47, PacketBuilder.join(PacketBuilder.hex("00000800"), packet));
        var file = new PcapBuilder(101).add(PcapBuilder.BEGIN, packet);
        byte[] other = PacketBuilder.udp4(Sip.options("other"));
        for (int number = 0; number < between; number++) {
            file.add(PcapBuilder.BEGIN, other);
        }
        return Recorder.read(file.add(PcapBuilder.BEGIN + age, mirror));
    }

    @Test
    void howLongAndAmongHowManyAMirrorIsLookedFor() {
        assertThat(mirrored(0, Limits.MIRROR_AGE).messages).hasSize(1);
        assertThat(mirrored(0, Limits.MIRROR_AGE + 1).messages).hasSize(2);
        assertThat(mirrored(Limits.MIRRORED - 1, 0).messages).hasSize(Limits.MIRRORED);
        assertThat(mirrored(Limits.MIRRORED, 0).messages).hasSize(Limits.MIRRORED + 2);
    }

    @Test
    void allThatWaitsInManyStreams() {
        var file = PcapBuilder.ethernet();
        byte[] begin =
                Sip.bytes("MESSAGE sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/TCP a\r\nContent-Length: 900000\r\n\r\n"
                        + "x".repeat(60_000));
        long held = 0;
        for (int port = 1; held <= Limits.ALL_STREAM_BYTES; port++) {
            file.add(TcpBuilder.segment(port, 5060, true, 1, 0, TcpBuilder.ACK, begin));
            held += begin.length;
        }
        assertThat(Recorder.read(file).unusable).extracting(Unusable::detail).contains("ALL_STREAM_BYTES");
    }
}
