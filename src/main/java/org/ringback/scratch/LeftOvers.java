package org.ringback.scratch;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What programs that were killed have left behind. */
public final class LeftOvers {

    private static final System.Logger LOG = System.getLogger(LeftOvers.class.getName());

    private LeftOvers() {}

    /** Deletes what nobody uses any more of the files of this program in a folder; one that cannot be read has none. */
    public static void clear(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "ringback-*")) {
            for (Path file : files) {
                boolean leftOver = Owner.of(file.getFileName().toString())
                        .filter(Owner::gone)
                        .isPresent();
                if (leftOver && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    delete(file);
                }
            }
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            LOG.log(Level.DEBUG, "No left-overs looked for", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Somebody else's", e);
        }
    }

    /** A name beside a file for what is to become it, to be cleared away if it never does. */
    public static Path unfinished(Path file) {
        return file.toAbsolutePath()
                .resolveSibling(Owner.ofThisProgram().prefix() + Long.toHexString(System.nanoTime()) + ".part");
    }
}
