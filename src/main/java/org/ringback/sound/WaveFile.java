package org.ringback.sound;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sound as a WAV file: RIFF with samples of 16 bits, which every program plays. */
public final class WaveFile {

    private static final int HEADER = 44;
    private static final int SAMPLE = 2;

    /** PCM, as the format chunk calls it. */
    private static final short PCM = 1;

    /** RIFF counts its bytes with 32 bits, and some programs those of the whole file. */
    private static final long MOST_BYTES = 0xFFFF_FFFFL - HEADER;

    private WaveFile() {}

    /**
     * Writes sound to its end. The stream is not closed.
     *
     * @param length samples of each channel, which the header has to say beforehand: sound that ends earlier is followed by silence,
     *     and what goes on is cut, also where a WAV file could hold no more
     * @return how many samples of each channel were written
     */
    public static long write(Sound sound, long length, OutputStream out) throws IOException {
        int frame = SAMPLE * sound.channels();
        long written = Math.clamp(length, 0, MOST_BYTES / frame);
        out.write(header(sound, written * frame));
        short[] samples = new short[4096 * sound.channels()];
        byte[] bytes = new byte[SAMPLE * samples.length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long remaining = written * sound.channels();
        while (remaining > 0) {
            int count = sound.read(samples);
            int kept = (int) Math.min(remaining, count == 0 ? samples.length : count);
            buffer.clear();
            for (int i = 0; i < kept; i++) {
                buffer.putShort(i < count ? samples[i] : 0);
            }
            out.write(bytes, 0, kept * SAMPLE);
            remaining -= kept;
        }
        return written;
    }

    private static byte[] header(Sound sound, long dataBytes) {
        int frame = SAMPLE * sound.channels();
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name("RIFF"))
                .putInt((int) (dataBytes + HEADER - 8))
                .put(name("WAVE"))
                .put(name("fmt "))
                .putInt(16)
                .putShort(PCM)
                .putShort((short) sound.channels())
                .putInt(sound.rate())
                .putInt(sound.rate() * frame)
                .putShort((short) frame)
                .putShort((short) (8 * SAMPLE))
                .put(name("data"))
                .putInt((int) dataBytes)
                .array();
    }

    private static byte[] name(String chunk) {
        return chunk.getBytes(StandardCharsets.US_ASCII);
    }
}
