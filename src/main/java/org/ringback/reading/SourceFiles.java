package org.ringback.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * Where a source stands on disk, for captures are mapped files. What is in none gets one, which is gone when this is closed.
 */
final class SourceFiles implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SourceFiles.class.getName());

    private static final String SAMPLE = "/sample/sample.pcap";

    private final List<Path> paths;
    private final boolean temporary;

    private SourceFiles(List<Path> paths, boolean temporary) {
        this.paths = paths;
        this.temporary = temporary;
    }

    /**
     * Finds the files of a source, or makes one.
     *
     * @throws UncheckedIOException if it cannot be made, in the system's words
     */
    static SourceFiles of(CaptureSource source) {
        return switch (source) {
            case CaptureSource.Files files -> new SourceFiles(files.files(), false);
            case CaptureSource.Pasted(String text) ->
                made(file -> Files.writeString(file, text, StandardCharsets.UTF_8));
            case CaptureSource.Sample() ->
                made(file -> {
                    try (InputStream sample = Objects.requireNonNull(SourceFiles.class.getResourceAsStream(SAMPLE))) {
                        Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                });
        };
    }

    /** Puts something into a file. */
    private interface Writing {
        void into(Path file) throws IOException;
    }

    private static SourceFiles made(Writing writing) {
        try {
            var made = new SourceFiles(List.of(Files.createTempFile("ringback", ".capture")), true);
            try {
                writing.into(made.paths.getFirst());
            } catch (IOException | RuntimeException e) {
                made.close();
                throw e;
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    List<Path> paths() {
        return paths;
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        for (Path file : paths) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Windows deletes no file that is still mapped.
                LOG.log(Level.DEBUG, "Deleted at the end", e);
                file.toFile().deleteOnExit();
            }
        }
    }
}
