package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.wire.Unusable.Reason.DAMAGED_FILE;
import static org.ringback.capture.wire.Unusable.Reason.TRUNCATED_FILE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Unusable;

/** What is packed before damage or the end of a gzip file is read, and which of both it is is told. */
class DamagedGzipTest {

    private static final int MESSAGES = 40;

    /** Noise, so that packing leaves much of it. */
    private static byte[] capture() {
        var random = new Random(5);
        var file = new PcapBuilder(1);
        IntStream.range(0, MESSAGES).forEach(number -> {
            byte[] noise = new byte[300];
            random.nextBytes(noise);
            file.add(udpPacket(Sip.options("m" + number))).add(udpPacket(noise));
        });
        return file.bytes();
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void whatIsWholeIsRead() throws IOException {
        byte[] file = packed(capture());
        for (byte[] whole : new byte[][] {file, join(file, new byte[512])}) {
            Recorder read = Recorder.read(whole);
            assertThat(read.messages).hasSize(MESSAGES);
            assertThat(read.unusable).isEmpty();
        }
    }

    @Test
    void severalInARowAreOne() throws IOException {
        byte[] capture = capture();
        int half = capture.length / 2;
        byte[] file = join(packed(cut(capture, 0, half)), packed(cut(capture, half, capture.length)));
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(MESSAGES);
        assertThat(read.unusable).isEmpty();
        assertThat(Recorder.read(cut(file, 0, file.length - 3)).messages).hasSize(MESSAGES);
    }

    @Test
    void nearlyAllBeforeTheEndIsReadIfItIsCut() throws IOException {
        byte[] file = packed(capture());
        for (int eighths = 1; eighths < 8; eighths++) {
            Recorder read = Recorder.read(cut(file, 0, file.length * eighths / 8));
            assertThat(read.messages).hasSizeGreaterThanOrEqualTo(MESSAGES * eighths / 8 - 4);
            assertThat(read.unusable).containsExactly(new Unusable(0, 0, TRUNCATED_FILE, "gzip"));
        }
        assertThat(Recorder.read(cut(file, 0, file.length - 1)).messages).hasSize(MESSAGES);
    }

    @Test
    void allBeforeDamageIsReadThoughNotEvenABufferIsFull() throws IOException {
        byte[] file = packed(capture());
        for (int eighths = 1; eighths < 8; eighths++) {
            byte[] damaged = file.clone();
            int place = file.length * eighths / 8;
            java.util.Arrays.fill(damaged, place, place + 200, (byte) 0xFF);
            Recorder read = Recorder.read(damaged);
            assertThat(read.messages).hasSizeGreaterThanOrEqualTo(MESSAGES * eighths / 8 - 4);
            assertThat(read.reasons()).startsWith(DAMAGED_FILE).doesNotContain(TRUNCATED_FILE);
        }
    }

    @Test
    void aWrongCheckSumIsDamageThoughAllIsThere() throws IOException {
        byte[] file = packed(capture());
        file[file.length - 6] ^= 1;
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(MESSAGES);
        assertThat(read.unusable).containsExactly(new Unusable(0, 0, DAMAGED_FILE, "gzip"));
    }
}
