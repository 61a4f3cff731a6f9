package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.Seeds;
import org.ringback.capture.wire.Unusable;

/** Whole files of any bytes by the way that a user's file takes, so packed ones too. */
class GzipFuzzTest {

    static Stream<byte[]> packed() {
        return Seeds.captures().limit(20).map(GzipFuzzTest::pack);
    }

    private static byte[] pack(byte[] file) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @MethodSource("packed")
    @FuzzTest
    void unpacksAnything(byte[] file) {
        Recorder read = Recorder.read(file);
        assertThat(read.messages.size() + read.unusable.size()).isNotNegative();
        if (read.messages.isEmpty() && file.length == 0) {
            assertThat(read.reasons()).containsExactly(Unusable.Reason.EMPTY_FILE);
        }
    }
}
