package org.ringback.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Several files in one, which are taken out one after the other. */
interface Archive extends AutoCloseable {

    /** Goes to the next file; its name as it is written there, or nothing at the end. */
    Optional<String> next() throws IOException;

    /** The bytes of the file that it has gone to; to be read before the next one. */
    InputStream content() throws IOException;

    /** Whether nothing is known to be missing of it. */
    default boolean whole() {
        return true;
    }

    @Override
    void close() throws IOException;

    /** Opens a zip, tar or packed tar file, or a mail of Outlook; nothing if it is none, holds an office document, or cannot be opened at all. */
    static Optional<Archive> open(Path file) throws IOException {
        Optional<Archive> tar = tar(file, false);
        if (tar.isPresent()) {
            return tar;
        }
        Arena arena = Arena.ofShared();
        MemorySegment bytes = mapped(file, arena);
        if (CompoundFile.is(bytes)) {
            return MsgArchive.of(bytes, arena);
        }
        FileKind kind = FileKind.of(bytes);
        arena.close();
        return switch (kind) {
            case ZIP -> zip(file);
            case GZIP -> tar(file, true);
            default -> Optional.empty();
        };
    }

    private static MemorySegment mapped(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        } catch (IOException e) {
            arena.close();
            throw e;
        }
    }

    private static Optional<Archive> zip(Path file) throws IOException {
        if (ZipLock.isOn(file)) {
            return Optional.empty();
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            if (OfficeDocument.is(zip)) {
                zip.close();
                return Optional.empty();
            }
            return Optional.of(new ZipArchive(zip));
        } catch (ZipException e) {
            // The list of its files stands at its end; what came before may be whole.
            return Optional.of(new CutZip(Files.newInputStream(file)));
        }
    }

    private static Optional<Archive> tar(Path file, boolean packed) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in = new BufferedInputStream(packed ? new GZIPInputStream(in) : in);
            in.mark(TarHeader.BLOCK);
            Optional<TarHeader> first = TarHeader.of(in.readNBytes(TarHeader.BLOCK));
            if (first.isPresent()) {
                in.reset();
                return Optional.of(new TarArchive(in));
            }
        } catch (IOException e) {
            // A damaged gzip file is told where it is read as one.
            in.close();
            return Optional.empty();
        }
        in.close();
        return Optional.empty();
    }
}
