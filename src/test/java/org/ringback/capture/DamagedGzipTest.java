package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.wire.Unusable.Reason.DAMAGED_FILE;
import static org.ringback.capture.wire.Unusable.Reason.EMPTY_FILE;
import static org.ringback.capture.wire.Unusable.Reason.LIMIT;
import static org.ringback.capture.wire.Unusable.Reason.NOT_A_CAPTURE;
import static org.ringback.capture.wire.Unusable.Reason.TRUNCATED_FILE;
import static org.ringback.capture.wire.Unusable.Reason.UNREADABLE_FILE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
            Arrays.fill(damaged, place, place + 200, (byte) 0xFF);
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

    @Test
    void noSingleBitOfTheHeaderCostsAMessage() throws IOException {
        byte[] file = packed(capture());
        byte[] named = join(
                new byte[] {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 3},
                "calls.pcap\0".getBytes(StandardCharsets.US_ASCII),
                cut(file, 10, file.length));
        for (byte[] whole : new byte[][] {file, named}) {
            for (int bit = 0; bit < 4 * 8; bit++) {
                byte[] damaged = whole.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(Recorder.read(damaged).messages).as("bit %d", bit).hasSize(MESSAGES);
            }
        }
        byte[] extra = file.clone();
        extra[3] |= 4;
        assertThat(Recorder.read(extra).unusable).containsExactly(new Unusable(0, 0, DAMAGED_FILE, "gzip"));
    }

    @Test
    void whatIsPackedBehindDamageIsRead() throws IOException {
        byte[] capture = capture();
        int third = capture.length / 3;
        byte[] first = packed(cut(capture, 0, third));
        byte[] second = packed(cut(capture, third, 2 * third));
        byte[] third3 = packed(cut(capture, 2 * third, capture.length));
        byte[] holed = second.clone();
        Arrays.fill(holed, second.length / 2, second.length / 2 + 200, (byte) 0xFF);
        byte[] headless = second.clone();
        headless[1] ^= 1;
        byte[] flagged = second.clone();
        flagged[3] = (byte) 0xFF;
        byte[] noise = new byte[300];
        new Random(3).nextBytes(noise);

        Recorder read = Recorder.read(join(first, holed, third3));
        assertThat(read.messages).hasSizeGreaterThanOrEqualTo(MESSAGES * 5 / 6 - 6);
        assertThat(read.reasons()).startsWith(DAMAGED_FILE);
        for (byte[] file : new byte[][] {
            join(first, headless, third3), join(first, flagged, third3), join(first, noise, second, third3)
        }) {
            assertThat(Recorder.read(file).messages).hasSize(MESSAGES);
            assertThat(Recorder.read(file).unusable).containsExactly(new Unusable(0, 0, DAMAGED_FILE, "gzip"));
        }
    }

    @Test
    void whatWasPackedSeveralTimesIsUnpackedAsOftenButNotWithoutEnd() throws IOException {
        byte[] file = capture();
        for (int times = 1; times <= 4; times++) {
            file = packed(file);
            Recorder read = Recorder.read(file);
            assertThat(read.messages).as("%d times", times).hasSize(MESSAGES);
            assertThat(read.unusable).isEmpty();
        }
        assertThat(Recorder.read(packed(file)).unusable).containsExactly(new Unusable(0, 0, LIMIT, "UNPACKED"));

        byte[] inner = packed(capture());
        Recorder read = Recorder.read(packed(cut(inner, 0, inner.length / 2)));
        assertThat(read.messages).hasSizeGreaterThanOrEqualTo(MESSAGES / 2 - 4);
        assertThat(read.unusable).containsExactly(new Unusable(0, 0, TRUNCATED_FILE, "gzip"));
    }

    @Test
    void ofAFileThatHoldsNothingThatIsSaid() throws IOException {
        byte[] file = packed(capture());
        assertThat(Recorder.read(packed(new byte[0])).unusable).containsExactly(new Unusable(0, 0, EMPTY_FILE, ""));
        for (int length : new int[] {5, 9, 10, 12}) {
            assertThat(Recorder.read(cut(file, 0, length)).unusable)
                    .containsExactly(new Unusable(0, 0, UNREADABLE_FILE, "gzip"));
        }
        byte[] other = new byte[400];
        new Random(4).nextBytes(other);
        System.arraycopy(new byte[] {0x1F, (byte) 0x8A, 8, 0, 0, 0, 0, 0, 0, 3}, 0, other, 0, 10);
        assertThat(Recorder.read(other).unusable).containsExactly(new Unusable(0, 0, NOT_A_CAPTURE, ""));
    }
}
