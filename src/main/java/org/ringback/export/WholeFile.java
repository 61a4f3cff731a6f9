package org.ringback.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.ringback.scratch.LeftOvers;

/** A file that is there whole, or as it was before. */
public final class WholeFile {

    private WholeFile() {}

    /** What fills a file. */
    @FunctionalInterface
    public interface Content<T> {

        T write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, or leaves one that is there as it is if that fails.
     *
     * @return what the content gave when it was written
     * @throws IOException if the folder or the file cannot be written, or what the content throws
     */
    public static <T> T write(Path file, Content<T> content) throws IOException {
        // A temporary file of the library could be read by nobody else for good; this one is as the system makes files.
        Path unfinished = LeftOvers.unfinished(file);
        LeftOvers.clear(unfinished.getParent());
        unfinished.toFile().deleteOnExit();
        try {
            T given;
            try (OutputStream out = open(unfinished)) {
                given = content.write(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return given;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Where it cannot be made, names the folder: nobody knows the file in it. */
    private static OutputStream open(Path unfinished) throws IOException {
        try {
            return Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW);
        } catch (NoSuchFileException e) {
            throw caused(new NoSuchFileException(String.valueOf(unfinished.getParent())), e);
        } catch (AccessDeniedException e) {
            throw caused(new AccessDeniedException(String.valueOf(unfinished.getParent())), e);
        }
    }

    private static IOException caused(IOException told, IOException cause) {
        told.initCause(cause);
        return told;
    }
}
