package org.ringback.capture;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.ZoneId;
import java.util.Optional;
import org.ringback.capture.file.HexDumpReader;
import org.ringback.capture.file.PcapReader;
import org.ringback.capture.file.PcapngReader;
import org.ringback.capture.file.RecordReader;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Store;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.text.TextReader;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.scratch.NoScratchException;

/** One file while it is read: finds out what it is and gives its messages one after the other. */
final class OpenFile {

    /** After so many bytes somebody is told and may stop it, and the memory of what was read is given back. */
    private static final long STEP = 4L << 20;

    /** Files within each other, as a zip file in a mail: deeper is meant to do harm. */
    private static final int DEEPEST = 4;

    private final SourceFile source;
    private final int number;
    private final long clockOffset;
    private final long mostUnpacked;
    private final Store store;
    private final Sink sink;
    private final Witness.Bench bench;
    private final Arena arena = Arena.ofShared();
    private final FileBytes file;
    private Optional<UnpackedFile> unpacked = Optional.empty();
    private final FileChange change;
    private Output output;
    private MemorySegment bytes = MemorySegment.NULL;
    private RecordReader records;
    private Layers layers;
    private long size;
    private long length;
    private final ReadPages pages = new ReadPages(STEP);
    private Optional<ReadAhead> ahead = Optional.empty();
    private int depth;
    private long lastTime = Long.MIN_VALUE;
    private long reached = Captured.NO_TIME;

    /**
     * @param clockOffset microseconds to add to each time of this file
     * @param mostUnpacked bytes that a packed file may grow to, usually {@link Limits#UNPACKED}
     */
    OpenFile(
            SourceFile source,
            int number,
            long clockOffset,
            long mostUnpacked,
            Store store,
            Sink sink,
            Witness.Bench bench) {
        this.source = source;
        change = new FileChange(source.watched());
        this.number = number;
        this.clockOffset = clockOffset;
        this.mostUnpacked = mostUnpacked;
        this.store = store;
        this.sink = sink;
        this.bench = bench;
        file = new FileBytes(source.place(), arena, mostUnpacked, sink);
        output = new Output(number, sink, store, bytes, clockOffset);
    }

    /** Opens it; what cannot be read is reported and has no messages. For the thread that reads. */
    void open() {
        try {
            goOnWith(file.read());
            file.tell(output);
            change.opened(file.state().flatMap(_ -> FileState.of(source.watched())));
            size = length;
            if (length == 0 && file.ending() != FileBytes.Ending.CANCELED) {
                output.unusable(0, Unusable.Reason.EMPTY_FILE, "");
            } else if (length > 0) {
                begin(FileKind.of(bytes));
            }
            file.unname();
        } catch (InternalError e) {
            shorter();
        } catch (NoScratchException e) {
            output.unusable(0, Unusable.Reason.NO_SCRATCH_FILE, e.folder());
        } catch (IOException e) {
            output.unusable(0, Unusable.Reason.UNREADABLE_FILE, UnreadableFile.why(source.name(), e));
        }
        if (records == null) {
            close();
        }
    }

    private void unpack() throws IOException {
        boolean gzip = FileKind.packed(bytes);
        UnpackedFile into = UnpackedFile.of(file.named(bytes), mostUnpacked, sink);
        unpacked = Optional.of(into);
        goOnWith(into.map(arena));
        if (length > 0) {
            into.tell(output);
            begin(FileKind.of(bytes));
        } else if (into.whole()) {
            output.unusable(0, Unusable.Reason.EMPTY_FILE, "");
        } else if (gzip) {
            output.unusable(0, Unusable.Reason.UNREADABLE_FILE, "gzip");
        } else {
            start(FileKind.BINARY);
        }
    }

    /** What is packed within an archive that lies in another file is left to whoever unpacks it. */
    private void unzip() throws IOException {
        Optional<ZipContent> content = ZipContent.of(file.named(bytes), arena, mostUnpacked, sink::canceled);
        FileKind kind = content.map(ZipContent::bytes).map(FileKind::of).orElse(FileKind.ZIP);
        if (content.isEmpty() || kind == FileKind.GZIP || !kind.unsupported().isEmpty()) {
            start(FileKind.ZIP);
            return;
        }
        goOnWith(content.get().bytes());
        content.get().tell(output);
        if (length > 0) {
            start(kind);
        } else {
            output.unusable(0, Unusable.Reason.EMPTY_FILE, "");
        }
    }

    private void begin(FileKind kind) throws IOException {
        if (++depth > DEEPEST) {
            output.limit(0, "NESTED");
        } else if (kind == FileKind.ZIP && unpacked.isEmpty()) {
            unzip();
        } else if (kind != FileKind.GZIP) {
            start(kind);
        } else if (unpacked.isPresent()) {
            output.limit(0, "UNPACKED");
        } else {
            unpack();
        }
    }

    private void start(FileKind kind) throws IOException {
        if (!kind.unsupported().isEmpty()) {
            output.unusable(0, Unusable.Reason.UNSUPPORTED_FILE, kind.unsupported());
            return;
        }
        switch (kind) {
            case PCAP, PCAPNG -> {
                layers = layers();
                ahead = Optional.of(ReadAhead.of(bytes));
                records = kind == FileKind.PCAP
                        ? new PcapReader(bytes, layers, output)
                        : new PcapngReader(bytes, layers, output);
            }
            case TEXT -> {
                TextContent content = TextContent.of(bytes);
                content.within().ifPresent(this::goOnWith);
                if (content.file()) {
                    begin(FileKind.of(bytes));
                } else if (content.packets().isPresent()) {
                    layers = layers();
                    records = new HexDumpReader(content.packets().get(), layers, output);
                } else {
                    text();
                }
            }
            default -> output.unusable(0, Unusable.Reason.NOT_A_CAPTURE, "");
        }
    }

    private void goOnWith(MemorySegment within) {
        bytes = within;
        length = bytes.byteSize();
        output = new Output(number, sink, store, bytes, clockOffset);
    }

    private Layers layers() {
        return new Layers(output, new Buffers(arena), bench.of(number, clockOffset));
    }

    /** Logs are small beside captures: they are read in one go. */
    private void text() {
        TextReader.read(bytes, number, ZoneId.systemDefault(), new LogOutput(output, this::canceled));
        if (!output.hasMessages() && !output.reportedAnything()) {
            output.unusable(0, Unusable.Reason.NOT_A_CAPTURE, "");
        }
    }

    /** What came through a pipe until somebody did not want to wait for more is read all the same: it was waited for. */
    private boolean canceled() {
        return file.ending() != FileBytes.Ending.CANCELED && sink.canceled();
    }

    /** Reads on until there is a message; false if there is no more. */
    boolean advance(Progress progress) {
        while (!output.hasMessages()) {
            if (reached != Captured.NO_TIME) {
                sink.reached(reached);
            }
            if (records == null || canceled()) {
                close();
                return false;
            }
            step();
            progress.tell();
        }
        return true;
    }

    private void step() {
        boolean more = true;
        try {
            if (records.position() + STEP >= length) {
                // Else its last record, which somebody is just writing, would be told as damage.
                change.tellIf("longer", output);
            }
            ahead.ifPresent(touched -> touched.reached(records.position()));
            more = records.read(records.position() + STEP);
            if (records.time() != Captured.NO_TIME) {
                reached = records.time() + clockOffset;
            }
            pages.releaseUpTo(bytes, records.position());
            if (!more) {
                layers.end(records.time());
                if (!output.hadMessages()) {
                    output.unusable(0, Unusable.Reason.NO_SIP, Long.toString(records.packets()));
                }
            }
        } catch (InternalError e) {
            more = false;
            shorter();
        }
        if (!more) {
            close();
        }
    }

    /** Somebody has made the file shorter, or its disk is gone: what was read until then stays. */
    private void shorter() {
        change.tellIf("shorter", output);
        if (!change.told()) {
            output.unusable(0, Unusable.Reason.UNREADABLE_FILE, "input/output error");
        }
    }

    /** What the file has become since somebody was told last; nothing if it is still the same. Any thread. */
    Optional<String> change() {
        return change.since();
    }

    /** Frees what is mapped: messages are copies. Says what has changed meanwhile; reads no further. */
    void close() {
        records = null;
        if (!arena.scope().isAlive()) {
            return;
        }
        change.tell(output);
        bytes = MemorySegment.NULL;
        ahead.ifPresent(ReadAhead::close);
        arena.close();
        file.close();
        unpacked.ifPresent(UnpackedFile::close);
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
        return records == null ? size : (long) ((double) records.position() / length * size);
    }

    long size() {
        return size;
    }

    /** Its place in the order given. */
    int number() {
        return number;
    }
}
