package org.ringback.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file of entries that comes into being with the first one and never grows beyond its bound: what it held is then kept
 * beside it as {@code .old}, and what was there is gone. Several programs may append to it.
 */
final class BoundedFile {

    private static final int TRIES = 20;
    private static final int PAUSE_MILLIS = 10;

    private final Path path;
    private final long bound;

    /**
     * Touches nothing yet.
     *
     * @param bound in bytes; a longer entry is still written whole, alone
     */
    BoundedFile(Path path, long bound) {
        this.path = path;
        this.bound = bound;
    }

    /** What the file held before it had to begin anew. */
    Path old() {
        return path.resolveSibling(path.getFileName() + ".old");
    }

    /**
     * Writes one entry behind all others.
     *
     * @throws IOException if there is no place for it: a folder that cannot be made or written, a full disk
     */
    void append(byte[] entry) throws IOException {
        OwnerOnly.createFolders(path.toAbsolutePath().getParent());
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(path, options, OwnerOnly.ofFile(path));
                FileLock _ = locked(channel)) {
            OwnerOnly.restrict(path);
            if (channel.size() > 0 && channel.size() + entry.length > bound) {
                // Not moved: another program that has it open would go on writing into what was moved away.
                Files.copy(path, old(), StandardCopyOption.REPLACE_EXISTING);
                OwnerOnly.restrict(old());
                channel.truncate(0);
            }
            channel.write(ByteBuffer.wrap(entry));
        }
    }

    /**
     * Waits for other programs, for as long as nobody notices. Without the lock, two that begin the file anew at the same
     * moment might lose what it held; that is better than not to write at all.
     */
    private static FileLock locked(FileChannel channel) throws IOException {
        try {
            for (int i = 0; i < TRIES; i++) {
                FileLock lock = tried(channel);
                if (lock != null) {
                    return lock;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private static FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
