package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.wire.Unusable.Reason.EMPTY_FILE;
import static org.ringback.capture.wire.Unusable.Reason.NOT_A_CAPTURE;
import static org.ringback.capture.wire.Unusable.Reason.TRUNCATED_FILE;
import static org.ringback.capture.wire.Unusable.Reason.UNREADABLE_FILE;
import static org.ringback.capture.wire.Unusable.Reason.UNSUPPORTED_FILE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

class SeveralFilesTest {

    private static final byte[] GOOD =
            PcapBuilder.ethernet(udpPacket(Sip.options("good"))).bytes();

    @TempDir
    private Path folder;

    private static byte[] at(long seconds, String... names) {
        var file = new PcapBuilder(1);
        for (String name : names) {
            file.add(PcapBuilder.BEGIN + seconds++ * 2_000_000, udpPacket(Sip.options(name)));
        }
        return file.bytes();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void areMergedByTime() {
        Recorder read = Recorder.read(at(1, "b", "d"), at(0, "a", "c", "e"));
        assertThat(read.callIds()).containsExactly("a", "b", "c", "d", "e");
        assertThat(read.messages).extracting(Captured::file).containsExactly(1, 0, 1, 0, 1);
    }

    @Test
    void keepTheirOwnOrder() {
        Recorder read =
                Recorder.read(join(at(9, "late"), cut(at(0, "early"), 24, at(0, "early").length)), at(5, "middle"));
        assertThat(read.callIds()).containsExactly("middle", "late", "early");
    }

    @Test
    void withAClockThatWasWrong() throws IOException {
        Path one = file("one", at(0, "one"));
        Path two = file("two", at(1, "two"));
        Recorder read = Recorder.read(List.of(one, two), Map.of(one, Duration.ofSeconds(5)));
        assertThat(read.callIds()).containsExactly("two", "one");
        assertThat(read.messages.get(1).time()).isEqualTo(PcapBuilder.BEGIN + 5_000_000);
    }

    @Test
    void withoutTimesComeFirst() {
        byte[] untimed = new PcapngBuilder()
                .section()
                .interfaceOf(1, -1)
                .simplePacket(udpPacket(Sip.options("never")))
                .bytes();
        assertThat(Recorder.read(at(0, "timed"), untimed).callIds()).containsExactly("never", "timed");
    }

    @Test
    void thatCannotBeUsedDoNotSpoilTheOthers() throws IOException {
        Path good = file("good", GOOD);
        Path empty = file("empty", new byte[0]);
        Path junk = file("junk", hex("00010203040506070809"));
        Path missing = folder.resolve("missing");
        Recorder read = Recorder.read(List.of(missing, empty, junk, folder, good), Map.of());
        assertThat(read.callIds()).containsExactly("good");
        assertThat(read.reasons()).containsExactly(UNREADABLE_FILE, EMPTY_FILE, NOT_A_CAPTURE, UNREADABLE_FILE);
        assertThat(read.unusable).extracting(Unusable::file).containsExactly(0, 1, 2, 3);
    }

    @Test
    void ofAKindThatIsNotReadAreNamed() {
        byte[] erf = join(hex("00000000 00005e5f 02 04 0024 0000 0010"), new byte[20]);
        assertThat(kind(hex("474d4255 00020100 0000000000000000"))).isEqualTo("NetMon");
        assertThat(kind(hex("736e6f6f70000000 00000002 00000004"))).isEqualTo("snoop");
        assertThat(kind(join(erf, erf, erf))).isEqualTo("ERF");
        assertThat(kind(hex("fd377a585a000000"))).isEqualTo("xz");
        assertThat(kind(hex("28b52ffd00000000"))).isEqualTo("zstd");
    }

    private static String kind(byte[] file) {
        Recorder read = Recorder.read(file);
        assertThat(read.reasons()).containsExactly(UNSUPPORTED_FILE);
        return read.unusable.getFirst().detail();
    }

    @Test
    void mayBePacked() throws IOException {
        assertThat(Recorder.read(gzip(GOOD)).callIds()).containsExactly("good");
        byte[] pcapng = new PcapngBuilder()
                .section()
                .interfaceOf(1, -1)
                .packet(0, PcapBuilder.BEGIN, udpPacket(Sip.options("next")))
                .bytes();
        assertThat(Recorder.read(gzip(pcapng)).callIds()).containsExactly("next");
        // Members one after the other are one file (RFC 1952 section 2.2).
        byte[] members = join(gzip(cut(GOOD, 0, 100)), gzip(cut(GOOD, 100, GOOD.length)));
        assertThat(Recorder.read(members).callIds()).containsExactly("good");
    }

    @Test
    void packedAndCut() throws IOException {
        byte[] many = at(0, "a", "b", "c", "d", "e", "f", "g", "h");
        byte[] packed = gzip(many);
        Recorder read = Recorder.read(cut(packed, 0, packed.length - 12));
        assertThat(read.callIds()).startsWith("a");
        assertThat(read.reasons()).contains(TRUNCATED_FILE);
        assertThat(Recorder.read(cut(packed, 0, 5)).reasons()).containsExactly(UNREADABLE_FILE);
    }

    @Test
    void tellWhenTheirLastPacketWasCapturedOfWhateverKind() throws IOException {
        var capture = new PcapBuilder(1);
        capture.add(PcapBuilder.BEGIN, udpPacket(Sip.options("sip")));
        capture.add(PcapBuilder.BEGIN + 60_000_000, udpPacket(new byte[] {(byte) 0x80, 0, 0, 0}));
        Path ends = file("ends", capture.bytes());
        assertThat(Recorder.read(capture).reached).isEqualTo(PcapBuilder.BEGIN + 60_000_000);
        assertThat(Recorder.read(List.of(ends), Map.of(ends, Duration.ofSeconds(-5))).reached)
                .isEqualTo(PcapBuilder.BEGIN + 55_000_000);
        assertThat(Recorder.read("a log".getBytes(StandardCharsets.UTF_8)).reached)
                .isEqualTo(Captured.NO_TIME);
    }

    @Test
    void stayReadableAfterTheirMemoryWasGivenBack() throws IOException {
        Path path = file("good", GOOD);
        var read = new Recorder();
        try (Capture capture = Capture.open(List.of(path), Map.of())) {
            capture.read(read);
            capture.release();
            byte[] again = read.messages.getFirst().bytes().toArray(ValueLayout.JAVA_BYTE);
            assertThat(Sip.text(again)).isEqualTo(read.texts.getFirst());
        }
    }

    @Test
    void tellHowFarTheyAreAndCanBeStopped() throws IOException {
        var large = new PcapBuilder(1);
        byte[] packet = udpPacket(join(Sip.options("many"), new byte[3000]));
        for (int count = 0; count < 4000; count++) {
            large.add(packet);
        }
        Path file = file("large", large.bytes());
        var sink = new Sink() {
            private long done;
            private long total;
            private int messages;

            @Override
            public void message(Captured message) {
                messages++;
            }

            @Override
            public void unusable(Unusable part) {}

            @Override
            public void progress(long now, long of) {
                assertThat(now).isBetween(done, of);
                done = now;
                total = of;
            }

            @Override
            public boolean canceled() {
                return done > 0;
            }
        };
        try (Capture capture = Capture.open(List.of(file), Map.of())) {
            capture.read(sink);
        }
        assertThat(sink.total).isEqualTo(Files.size(file));
        assertThat(sink.messages).isBetween(1, 3999);
    }
}
