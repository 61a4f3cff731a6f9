package org.ringback.sound;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.SourceDataLine;

/** Sound that is being played. Any thread may ask and tell it. */
public final class Playing {

    private final Sound sound;
    private final SourceDataLine line;
    private final Runnable ended;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Playing(Sound sound, SourceDataLine line, Runnable ended) {
        this.sound = sound;
        this.line = line;
        this.ended = ended;
    }

    void run() {
        try {
            line.start();
            short[] samples = new short[1024 * sound.channels()];
            byte[] bytes = new byte[2 * samples.length];
            int count = sound.read(samples);
            while (count > 0 && !stopped.get()) {
                line.write(bytes, 0, bytes(samples, count, bytes));
                count = sound.read(samples);
            }
            if (!stopped.get()) {
                line.drain();
            }
        } finally {
            line.close();
        }
        if (!stopped.get()) {
            ended.run();
        }
    }

    private static int bytes(short[] samples, int count, byte[] bytes) {
        for (int i = 0; i < count; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return 2 * count;
    }

    /** How much has been heard, in microseconds. */
    public long played() {
        return line.getMicrosecondPosition();
    }

    /** Falls silent for good. */
    public void stop() {
        stopped.set(true);
        line.stop();
        line.flush();
    }
}
