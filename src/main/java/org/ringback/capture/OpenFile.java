package org.ringback.capture;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.ringback.capture.file.HexDumpReader;
import org.ringback.capture.file.PcapReader;
import org.ringback.capture.file.PcapngReader;
import org.ringback.capture.file.RecordReader;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Store;
import org.ringback.capture.text.HexDump;
import org.ringback.capture.text.TextReader;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** One file while it is read: finds out what it is and gives its messages one after the other. */
final class OpenFile {

    /** After so many bytes somebody is told and may stop it, and the memory of what was read is given back. */
    private static final long STEP = 4L << 20;

    /** So many bytes are not given back yet: who takes the messages is still looking at them. */
    private static final long IN_USE = 4 * STEP;

    private final Path path;
    private final int number;
    private final long clockOffset;
    private final long mostUnpacked;
    private final Arena arena;
    private final List<Path> temporary;
    private final Sink sink;

    private Output output;
    private MemorySegment bytes = MemorySegment.NULL;
    private RecordReader records;
    private Layers layers;
    private long size;
    private long released;
    private long lastTime = Long.MIN_VALUE;
    private long reached = Captured.NO_TIME;

    /**
     * @param clockOffset microseconds to add to each time of this file
     * @param mostUnpacked bytes that a packed file may grow to, usually {@link Limits#UNPACKED}
     * @param temporary gets the files that are to be deleted when the arena is closed
     */
    OpenFile(Path path, int number, long clockOffset, long mostUnpacked, Arena arena, List<Path> temporary, Sink sink) {
        this.path = path;
        this.number = number;
        this.clockOffset = clockOffset;
        this.mostUnpacked = mostUnpacked;
        this.arena = arena;
        this.temporary = temporary;
        this.sink = sink;
        output = new Output(number, sink, new Store(arena), bytes, clockOffset);
    }

    /** Opens it; what cannot be read is reported and has no messages. */
    void open() {
        try {
            size = Files.size(path);
            if (Files.isDirectory(path)) {
                output.unusable(0, Unusable.Reason.UNREADABLE_FILE, "directory");
                return;
            }
            bytes = map(path);
            if (bytes.byteSize() == 0) {
                output.unusable(0, Unusable.Reason.EMPTY_FILE, "");
                return;
            }
            output = new Output(number, sink, new Store(arena), bytes, clockOffset);
            FileKind kind = FileKind.of(bytes);
            if (kind == FileKind.GZIP) {
                kind = unpack();
            }
            start(kind);
        } catch (NoSuchFileException e) {
            output.unusable(0, Unusable.Reason.UNREADABLE_FILE, "no such file");
        } catch (AccessDeniedException e) {
            output.unusable(0, Unusable.Reason.UNREADABLE_FILE, "access denied");
        } catch (IOException e) {
            String word = e.getMessage();
            output.unusable(
                    0,
                    Unusable.Reason.UNREADABLE_FILE,
                    word == null ? e.getClass().getSimpleName() : word);
        }
    }

    private MemorySegment map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    private FileKind unpack() throws IOException {
        Path unpacked = Files.createTempFile("ringback", ".unpacked");
        temporary.add(unpacked);
        Gunzip.Outcome outcome = Gunzip.unpack(path, unpacked, mostUnpacked, sink);
        bytes = map(unpacked);
        output = new Output(number, sink, new Store(arena), bytes, clockOffset);
        switch (outcome) {
            case CUT -> output.unusable(0, Unusable.Reason.TRUNCATED_FILE, "gzip");
            case LIMIT -> output.limit(0, "UNPACKED");
            default -> {}
        }
        if (bytes.byteSize() == 0) {
            return FileKind.BINARY;
        }
        FileKind kind = FileKind.of(bytes);
        return kind == FileKind.GZIP ? FileKind.BINARY : kind;
    }

    private void start(FileKind kind) {
        if (!kind.unsupported().isEmpty()) {
            output.unusable(0, Unusable.Reason.UNSUPPORTED_FILE, kind.unsupported());
            return;
        }
        switch (kind) {
            case PCAP, PCAPNG -> {
                layers = new Layers(output, new Buffers(arena));
                records = kind == FileKind.PCAP
                        ? new PcapReader(bytes, layers, output)
                        : new PcapngReader(bytes, layers, output);
            }
            case TEXT -> {
                if (HexDump.is(bytes)) {
                    layers = new Layers(output, new Buffers(arena));
                    records = new HexDumpReader(bytes, layers, output);
                } else {
                    text();
                }
            }
            default -> output.unusable(0, Unusable.Reason.NOT_A_CAPTURE, "");
        }
    }

    /** Logs are small beside captures: they are read in one go. */
    private void text() {
        TextReader.read(bytes, number, new Sink() {
            @Override
            public void message(Captured message) {
                output.message(message);
            }

            @Override
            public void unusable(Unusable part) {
                output.unusable(part.frame(), part.reason(), part.detail());
            }

            @Override
            public boolean canceled() {
                return sink.canceled();
            }
        });
        if (!output.hasMessages() && !output.reportedAnything()) {
            output.unusable(0, Unusable.Reason.NOT_A_CAPTURE, "");
        }
    }

    /** Reads on until there is a message; false if there is no more. */
    boolean advance(Progress progress) {
        while (!output.hasMessages()) {
            if (reached != Captured.NO_TIME) {
                sink.reached(reached);
            }
            if (records == null || sink.canceled()) {
                records = null;
                return false;
            }
            step();
            progress.tell();
        }
        return true;
    }

    private void step() {
        boolean more;
        try {
            more = records.read(records.position() + STEP);
            if (records.time() != Captured.NO_TIME) {
                reached = records.time() + clockOffset;
            }
            releaseUpTo(records.position() - IN_USE);
            if (!more) {
                layers.end();
                if (!output.hadMessages()) {
                    output.unusable(0, Unusable.Reason.NO_SIP, Long.toString(records.packets()));
                }
            }
        } catch (InternalError e) {
            // Somebody has made the file shorter, or its disk is gone.
            more = false;
            output.unusable(0, Unusable.Reason.UNREADABLE_FILE, "input/output error");
        }
        if (!more) {
            records = null;
        }
    }

    /** A mapped page counts as memory of the process from its first use; the system's cache keeps it anyway. */
    private void releaseUpTo(long position) {
        if (position - released >= STEP) {
            bytes.asSlice(released, position - released).unload();
            released = position;
        }
    }

    /** Gives back what is in memory of the file; who looks at a message again brings its page back. */
    void release() {
        if (bytes.isMapped()) {
            bytes.unload();
        }
    }

    /** When the next message was sent, for merging: one without a time goes right after the one before it. */
    long time() {
        Captured next = output.peek();
        return next.time() == Captured.NO_TIME ? lastTime : next.time();
    }

    Captured take() {
        lastTime = time();
        return output.poll();
    }

    /** How much of the file was read, in its own bytes. */
    long done() {
        if (records == null) {
            return size;
        }
        return (long) ((double) records.position() / bytes.byteSize() * size);
    }

    long size() {
        return size;
    }
}
