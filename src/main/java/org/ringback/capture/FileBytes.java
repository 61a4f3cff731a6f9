package org.ringback.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.ringback.capture.payload.Output;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.scratch.NoScratchException;
import org.ringback.scratch.ScratchFile;

/**
 * All bytes of a file: mapped if it is one, else what came through it as a stream, brought together in memory or in a
 * temporary file.
 */
final class FileBytes {

    /** A smaller stream needs no temporary file. */
    private static final int IN_MEMORY = 1 << 20;

    /** So much tells what a stream is; of what cannot be read there may be no end. */
    private static final int PROBED = 4096;

    private static final int TYPE = 0xF000;
    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xC000;

    private final Path path;
    private final Arena arena;
    private final long most;
    private final Sink sink;
    private Ending ending = Ending.WHOLE;
    private Optional<ScratchFile> scratch = Optional.empty();
    private Optional<FileState> state = Optional.empty();

    /** How a stream ended. */
    enum Ending {
        WHOLE,
        /** It was longer than may be kept. */
        LIMIT,
        /** The disk is full: what came before is there. */
        FULL,
        /** Somebody did not want to wait for the rest: what came before is there. */
        CANCELED,
        /** There is no place for a temporary file: what came before is there. */
        NO_PLACE
    }

    /**
     * Opens nothing yet.
     *
     * @param arena frees what is mapped
     * @param most bytes that a stream may have
     */
    FileBytes(Path path, Arena arena, long most, Sink sink) {
        this.path = path;
        this.arena = arena;
        this.most = most;
        this.sink = sink;
    }

    /**
     * Brings them here.
     *
     * @throws RefusedFile if it is nothing that holds bytes
     * @throws IOException if the system does not let it be read
     */
    MemorySegment read() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw new RefusedFile("directory");
        }
        if (attributes.isOther()) {
            pipeOrRefused();
            return stream();
        }
        if (attributes.size() > 0) {
            state = Optional.of(FileState.of(attributes));
            MemorySegment mapped = mapped();
            if (mapped.byteSize() > 0) {
                return mapped;
            }
        }
        // What the system makes while it is read has no size, as all below /proc.
        state = Optional.empty();
        return stream();
    }

    /** Nothing if it cannot be mapped, as much that only looks like a file. */
    private MemorySegment mapped() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            try {
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            } catch (IOException e) {
                return MemorySegment.NULL;
            }
        }
    }

    private void pipeOrRefused() throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            throw new RefusedFile("device");
        }
        switch ((int) Files.getAttribute(path, "unix:mode") & TYPE) {
            case PIPE -> {}
            case SOCKET -> throw new RefusedFile("socket");
            default -> throw new RefusedFile("device");
        }
    }

    private MemorySegment stream() throws IOException {
        var begin = new ByteArrayOutputStream();
        try (var inflow = new Inflow(path)) {
            boolean probed = false;
            while (begin.size() <= IN_MEMORY) {
                byte[] part = inflow.next(sink::canceled);
                if (part == null) {
                    ending = Ending.CANCELED;
                    break;
                }
                if (part.length == 0) {
                    break;
                }
                begin.write(part);
                if (begin.size() > most) {
                    ending = Ending.LIMIT;
                    break;
                }
                if (!probed && begin.size() >= PROBED) {
                    probed = true;
                    if (!FileKind.of(MemorySegment.ofArray(begin.toByteArray())).read()) {
                        break;
                    }
                }
                if (begin.size() > IN_MEMORY) {
                    return spool(inflow, begin);
                }
            }
        }
        return limited(MemorySegment.ofArray(begin.toByteArray()));
    }

    private MemorySegment limited(MemorySegment bytes) {
        return bytes.byteSize() > most ? bytes.asSlice(0, most) : bytes;
    }

    private MemorySegment spool(Inflow inflow, ByteArrayOutputStream begin) throws IOException {
        ScratchFile file;
        try {
            file = ScratchFile.create();
        } catch (NoScratchException e) {
            ending = Ending.NO_PLACE;
            return MemorySegment.ofArray(begin.toByteArray());
        }
        scratch = Optional.of(file);
        long total = 0;
        try (OutputStream out = Files.newOutputStream(file.path())) {
            byte[] part = begin.toByteArray();
            while (part != null && part.length > 0 && written(out, part, total)) {
                total += part.length;
                part = inflow.next(sink::canceled);
            }
            ending = part == null ? Ending.CANCELED : ending;
        }
        return file.map(arena);
    }

    /** Whether it could be written and there may be more. */
    private boolean written(OutputStream out, byte[] part, long before) {
        try {
            out.write(part, 0, (int) Math.min(part.length, most - before));
            ending = before + part.length > most ? Ending.LIMIT : Ending.WHOLE;
        } catch (IOException e) {
            ending = Ending.FULL;
        }
        return ending == Ending.WHOLE;
    }

    /** How what came as a stream ended; a file is always whole. */
    Ending ending() {
        return ending;
    }

    /** Says why not all came, if so. */
    void tell(Output output) {
        switch (ending) {
            case LIMIT -> output.limit(0, "UNPACKED");
            case FULL ->
                output.endsEarly(Unusable.Reason.FULL_DISK, ScratchFile.folder().toString());
            case NO_PLACE ->
                output.endsEarly(
                        Unusable.Reason.NO_SCRATCH_FILE, ScratchFile.folder().toString());
            case CANCELED, WHOLE -> {}
        }
    }

    /** What the file was when it was opened; nothing for what comes through a pipe. */
    Optional<FileState> state() {
        return state;
    }

    /**
     * A file with these bytes and a name, for who reads it once more.
     *
     * @throws NoScratchException if there is no place for one
     */
    Path named(MemorySegment bytes) throws IOException {
        if (bytes.isMapped()) {
            return scratch.map(ScratchFile::path).orElse(path);
        }
        ScratchFile file = ScratchFile.create();
        scratch = Optional.of(file);
        Files.write(file.path(), bytes.toArray(ValueLayout.JAVA_BYTE));
        return file.path();
    }

    /** What is in a temporary file needs no name any more. */
    void unname() {
        scratch.ifPresent(ScratchFile::unname);
    }

    /** Deletes the temporary file, if there is one; what is mapped must have been freed. */
    void close() {
        scratch.ifPresent(ScratchFile::close);
    }
}
