package org.ringback.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sink;

/**
 * Captures and logs that belong together, as one timeline. The bytes of its messages can be read by any thread, until it is
 * closed or, if it was opened to be {@linkplain #openForGood read for good}, as long as anybody holds a message; the files
 * must not be changed as long.
 */
public final class Capture implements AutoCloseable {

    private final List<Path> files;
    private final Map<Path, Duration> clockOffsets;
    private final Arena arena;
    private final boolean freedByClose;
    private final List<Path> temporary = new ArrayList<>();
    private final List<OpenFile> open = new CopyOnWriteArrayList<>();

    private Capture(List<Path> files, Map<Path, Duration> clockOffsets, boolean freedByClose) {
        this.files = List.copyOf(files);
        this.clockOffsets = Map.copyOf(clockOffsets);
        this.freedByClose = freedByClose;
        this.arena = freedByClose ? Arena.ofShared() : Arena.ofAuto();
    }

    /**
     * Files to be read; nothing is done yet, and a file that cannot be read is reported by {@link #read}.
     *
     * @param clockOffsets what to add to all times of a file, because its clock was wrong; none for most
     */
    public static Capture open(List<Path> files, Map<Path, Duration> clockOffsets) {
        return new Capture(files, clockOffsets, true);
    }

    /**
     * Files whose messages outlive {@link #close}: their memory is freed once nobody holds a message any more. For readers
     * that come and go on several threads, none of which could know when the last one is done.
     *
     * @param clockOffsets as in {@link #open}
     */
    public static Capture openForGood(List<Path> files, Map<Path, Duration> clockOffsets) {
        return new Capture(files, clockOffsets, false);
    }

    /**
     * Reads all files. Messages of several files come merged by time; one without a time comes right after the one before
     * it in its file, so that files that never say when come first, one after the other. Within a file the order is that
     * of the file, but for a message in a stream that had to wait for lost bytes. Call it once.
     */
    public void read(Sink sink) {
        long total = 0;
        for (Path path : files) {
            long offset = clockOffsets.getOrDefault(path, Duration.ZERO).toNanos() / 1000;
            var file = new OpenFile(path, open.size(), offset, Limits.UNPACKED, arena, temporary, sink);
            file.open();
            open.add(file);
            total += file.size();
        }
        var progress = new Progress(open, total, sink);
        if (open.size() == 1) {
            OpenFile only = open.getFirst();
            while (only.advance(progress)) {
                sink.message(only.take());
            }
        } else {
            merge(open, progress, sink);
        }
        progress.tell();
    }

    private static void merge(List<OpenFile> files, Progress progress, Sink sink) {
        var left = new ArrayList<OpenFile>(files);
        left.removeIf(file -> !file.advance(progress));
        while (!left.isEmpty() && !sink.canceled()) {
            OpenFile first = left.getFirst();
            for (OpenFile file : left) {
                if (file.time() < first.time()) {
                    first = file;
                }
            }
            sink.message(first.take());
            if (!first.advance(progress)) {
                left.remove(first);
            }
        }
    }

    /**
     * Gives back the memory into which the system has brought pages of the files; messages stay readable. For who looks at
     * messages here and there in a large file: each brings its surroundings along. Any thread, until it is closed.
     */
    public void release() {
        open.forEach(OpenFile::release);
    }

    /** Files that are there only until this is closed. */
    List<Path> temporaryFiles() {
        return List.copyOf(temporary);
    }

    /** Frees the memory of all messages, unless they are read for good, and deletes what was unpacked. */
    @Override
    public void close() {
        if (freedByClose && arena.scope().isAlive()) {
            arena.close();
        }
        for (Path file : temporary) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                if (freedByClose) {
                    throw new UncheckedIOException(e);
                }
                // Windows deletes no file that is still mapped.
                file.toFile().deleteOnExit();
            }
        }
    }
}
