package org.ringback.scratch;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in the system's folder for temporary files, for nobody but the user, that is gone when it is closed. Where the
 * system allows it, it can lose its name as soon as it is open, so that it is gone whatever ends the program; else the next
 * start {@linkplain LeftOvers clears it away}.
 */
public final class ScratchFile implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ScratchFile.class.getName());

    private static final String ENDING = ".tmp";

    private final Path path;

    private ScratchFile(Path path) {
        this.path = path;
    }

    /** Where the system, or on Unix the user by {@code TMPDIR}, which Java does not ask, wants temporary files. */
    public static Path folder() {
        Path usual = Path.of(System.getProperty("java.io.tmpdir"));
        String wanted = System.getenv("TMPDIR");
        return wanted != null && wanted.startsWith("/") && usual.equals(Path.of("/tmp")) ? Path.of(wanted) : usual;
    }

    /**
     * Makes an empty one.
     *
     * @throws NoScratchException if there is no place for it
     */
    public static ScratchFile create() throws NoScratchException {
        Path folder = folder();
        try {
            Path made = Files.createTempFile(folder, Owner.ofThisProgram().prefix(), ENDING);
            deleteAtTheEnd(made);
            return new ScratchFile(made);
        } catch (NoSuchFileException e) {
            throw new NoScratchException(folder, Files.isDirectory(folder) ? "no space" : "no such folder", e);
        } catch (IOException | SecurityException e) {
            throw new NoScratchException(folder, Files.isWritable(folder) ? "no space" : "access denied", e);
        }
    }

    /** Its name, as long as it has one. */
    public Path path() {
        return path;
    }

    /** Maps what is in it, for as long as the arena lives. */
    public MemorySegment map(Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    /** Takes its name away, where a file can be used without one: nobody finds it any more. */
    public void unname() {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            close();
        }
    }

    /** Deletes it; to be called when nothing of it is mapped any more. What does not go away now does so at the end. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows deletes no file that somebody looks through, such as a scanner.
            LOG.log(Level.DEBUG, "Deleted at the end", e);
        }
    }

    /** Whoever ends the program in the middle of its work closes nothing. */
    private static void deleteAtTheEnd(Path file) {
        try {
            file.toFile().deleteOnExit();
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "The program is ending", e);
        }
    }
}
