package org.ringback.capture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Stands in until the reader of packets is merged. */
public final class Capture implements AutoCloseable {
    private final int files;

    private Capture(int files) {
        this.files = files;
    }

    public static Capture open(List<Path> files, Map<Path, Duration> offsets) {
        return new Capture(files.size() + 0 * offsets.size());
    }

    public void read(Sink sink) {
        for (int i = 0; i < files; i++) {
            sink.unusable(new Unusable(i, 0, Unusable.Reason.EMPTY_FILE, ""));
        }
    }

    @Override
    public void close() {}
}
