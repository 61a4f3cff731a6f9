package org.ringback.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ringback.capture.payload.Store;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/**
 * Captures and logs that belong together, as one timeline. Once it was read, the files are not needed any more: its messages
 * are copies, which any thread can look at as long as anybody holds them, whatever becomes of the files.
 */
public final class Capture implements AutoCloseable {

    /** The share of the memory of the program that messages may take; more are kept in a temporary file. */
    private static final int SHARE = 4;

    private final List<SourceFile> files;
    private final Map<Path, Duration> clockOffsets;
    private final Witness.Bench bench;
    private final SpilledMessages spilled = new SpilledMessages();
    private final List<OpenFile> open = new CopyOnWriteArrayList<>();

    private Capture(List<SourceFile> files, Map<Path, Duration> clockOffsets, Witness.Bench bench) {
        this.files = List.copyOf(files);
        this.clockOffsets = Map.copyOf(clockOffsets);
        this.bench = bench;
    }

    /**
     * Files to be read; nothing is done yet, and a file that cannot be read is reported by {@link #read}.
     *
     * @param clockOffsets what to add to all times of a file, because its clock was wrong; none for most
     */
    public static Capture open(List<Path> files, Map<Path, Duration> clockOffsets) {
        return open(files, clockOffsets, Witness.Bench.EMPTY);
    }

    /** The same, where somebody sees what is no message. */
    public static Capture open(List<Path> files, Map<Path, Duration> clockOffsets, Witness.Bench bench) {
        return ofSources(files.stream().map(SourceFile::of).toList(), clockOffsets, bench);
    }

    /** The same of files that may have come out of archives; clock offsets are by their names. */
    public static Capture ofSources(List<SourceFile> files, Map<Path, Duration> clockOffsets, Witness.Bench bench) {
        return new Capture(files, clockOffsets, bench);
    }

    /**
     * Reads all files, each once, whatever names it is given by. Messages of several files come merged by time; one without
     * a time comes right after the one before it in its file, so that files that never say when come first, one after the
     * other. Within a file the order is that of the file, but for a message in a stream that had to wait for lost bytes.
     * Call it once.
     */
    public void read(Sink sink) {
        long total = 0;
        var store = new Store(Runtime.getRuntime().maxMemory() / SHARE, spilled);
        Map<Object, Path> known = new HashMap<>();
        for (int number = 0; number < files.size(); number++) {
            SourceFile source = files.get(number);
            Path before = known.putIfAbsent(identity(source.place()), source.name());
            if (before != null) {
                sink.unusable(new Unusable(number, 0, Unusable.Reason.SAME_FILE, before.toString()));
                continue;
            }
            long offset =
                    clockOffsets.getOrDefault(source.name(), Duration.ZERO).toNanos() / 1000;
            var file = new OpenFile(source, number, offset, Limits.UNPACKED, store, sink, bench);
            open.add(file);
            file.open();
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

    /** What a file is known by to the system, whatever its name. */
    private static Object identity(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path.toRealPath() : key;
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static void merge(List<OpenFile> files, Progress progress, Sink sink) {
        var left = new ArrayList<OpenFile>(files);
        left.removeIf(file -> !file.advance(progress));
        while (!left.isEmpty()) {
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

    /** What has become of the files since they were read, as far as nobody was told. Any thread; waits for their disks. */
    public List<Unusable> changes() {
        List<Unusable> changes = new ArrayList<>();
        for (OpenFile file : open) {
            Optional<String> change = file.change();
            change.ifPresent(
                    become -> changes.add(new Unusable(file.number(), 0, Unusable.Reason.CHANGED_FILE, become)));
        }
        return changes;
    }

    /**
     * Gives back the memory into which the system has brought pages of files; messages stay readable. For who looks at
     * messages here and there in a large capture: each brings its surroundings along. Any thread.
     */
    public void release() {
        spilled.release();
    }

    /** Closes the files, if reading broke off before their ends. */
    @Override
    public void close() {
        open.forEach(OpenFile::close);
        spilled.close();
    }
}
