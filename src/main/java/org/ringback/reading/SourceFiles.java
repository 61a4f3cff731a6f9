package org.ringback.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ringback.scratch.NoScratchException;
import org.ringback.scratch.ScratchFile;

/**
 * Where a source stands on disk, for captures are mapped files. What is in none gets one, which is gone when this is closed.
 */
final class SourceFiles implements AutoCloseable {

    private static final String SAMPLE = "/sample/sample.pcap";

    private final List<Path> paths;
    private final Optional<ScratchFile> made;

    private SourceFiles(List<Path> paths, Optional<ScratchFile> made) {
        this.paths = paths;
        this.made = made;
    }

    /**
     * Finds the files of a source, or makes one.
     *
     * @throws UncheckedIOException if it cannot be made, in the system's words
     */
    static SourceFiles of(CaptureSource source) {
        return switch (source) {
            case CaptureSource.Files files -> new SourceFiles(files.files(), Optional.empty());
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
            ScratchFile file = ScratchFile.create();
            try {
                writing.into(file.path());
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
            return new SourceFiles(List.of(file.path()), Optional.of(file));
        } catch (NoScratchException e) {
            throw new UncheckedIOException(e.folder() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    List<Path> paths() {
        return paths;
    }

    @Override
    public void close() {
        made.ifPresent(ScratchFile::close);
    }
}
