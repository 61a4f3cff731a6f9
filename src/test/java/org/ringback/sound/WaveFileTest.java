package org.ringback.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.ringback.BesideOthers;

@BesideOthers
class WaveFileTest {

    @Test
    void javaReadsWhatWasWritten() throws IOException, UnsupportedAudioFileException {
        var both = new BothSides(Optional.of(new Talk().says(10).plan()), Optional.empty());
        var out = new ByteArrayOutputStream();

        long written = WaveFile.write(both.read(16_000, 0), both.samples(16_000), out);

        assertThat(written).isEqualTo(3200);
        try (AudioInputStream read = AudioSystem.getAudioInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            AudioFormat format = read.getFormat();
            assertThat(format.getChannels()).isEqualTo(2);
            assertThat(format.getSampleRate()).isEqualTo(16_000);
            assertThat(format.getSampleSizeInBits()).isEqualTo(16);
            assertThat(read.getFrameLength()).isEqualTo(3200);
            assertThat(samples(read.readAllBytes())).isEqualTo(Talk.all(both.read(16_000, 0)));
        }
    }

    @Test
    void isAsLongAsItsHeaderSays() throws IOException {
        Schedule schedule = new Talk().says(10).plan();
        var longer = new ByteArrayOutputStream();
        var shorter = new ByteArrayOutputStream();

        WaveFile.write(schedule.read(8000, 0), 5000, longer);
        WaveFile.write(schedule.read(8000, 0), 5, shorter);

        assertThat(longer.size()).isEqualTo(44 + 10_000);
        assertThat(shorter.size()).isEqualTo(44 + 10);
        assertThat(ByteBuffer.wrap(shorter.toByteArray())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(40))
                .isEqualTo(10);
    }

    @Test
    void nothingIsAFileWithoutSamples() throws IOException {
        var out = new ByteArrayOutputStream();

        assertThat(WaveFile.write(new Talk().plan().read(8000, 0), -7, out)).isZero();
        assertThat(out.size()).isEqualTo(44);
    }

    @Test
    void neverPromisesMoreThanRiffCanCount() {
        var full = new Full();

        assertThatThrownBy(() -> WaveFile.write(new Endless(), Long.MAX_VALUE, full))
                .isInstanceOf(IOException.class);

        ByteBuffer header = ByteBuffer.wrap(full.header).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getInt(40) & 0xFFFF_FFFFL).isBetween(4_294_967_000L, 0xFFFF_FFFFL - 44);
        assertThat(header.getInt(4) & 0xFFFF_FFFFL).isEqualTo((header.getInt(40) & 0xFFFF_FFFFL) + 36);
    }

    @Test
    void peaksAreTheLowestAndTheHighestOfEachStretch() {
        Peaks peaks = Peaks.of(new Talk().says(4).isSilent(4).says(2).plan().read(8000, 0), 1600, 10);

        assertThat(peaks.channels()).isOne();
        assertThat(peaks.stretches()).isEqualTo(10);
        for (int stretch = 0; stretch < 10; stretch++) {
            boolean silent = stretch >= 4 && stretch < 8;
            assertThat(peaks.highest(0, stretch)).isEqualTo(silent ? 0 : peaks.highest(0, 0));
            assertThat(peaks.lowest(0, stretch)).isEqualTo(silent ? 0 : -peaks.highest(0, 0));
        }
        assertThat(peaks.highest(0, 0)).isGreaterThan(5000);
    }

    @Test
    void peaksOfFewSamplesAndMuchSoundAreBounded() {
        assertThat(Peaks.of(new Endless(), 500, 3_000_000).stretches()).isEqualTo(Peaks.MOST_STRETCHES);
        assertThat(Peaks.of(new Endless(), 0, 0).stretches()).isOne();
        assertThat(Peaks.of(new Endless(), 10_000, 7).channels()).isEqualTo(2);
    }

    private static short[] samples(byte[] bytes) {
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /** Silence on two channels that never ends. */
    private static final class Endless implements Sound {

        @Override
        public int rate() {
            return 48_000;
        }

        @Override
        public int channels() {
            return 2;
        }

        @Override
        public int read(short[] samples) {
            return samples.length;
        }
    }

    /** A disk on which a header has room and nothing else. */
    private static final class Full extends OutputStream {

        private byte[] header = {};

        @Override
        public void write(int one) {
            throw new AssertionError("byte by byte");
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            if (header.length > 0) {
                throw new IOException("full");
            }
            header = Arrays.copyOfRange(some, from, from + count);
        }
    }
}
