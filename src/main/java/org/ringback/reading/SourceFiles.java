package org.ringback.reading;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ringback.capture.wire.Unusable;
import org.ringback.scratch.ScratchFile;

/**
 * Where a source stands on disk, for captures are mapped files. What is in none gets one, which is gone when this is closed.
 */
final class SourceFiles implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SourceFiles.class.getName());

    private static final String SAMPLE = "/sample/sample.pcap";

    private final List<Path> paths;
    private final Optional<ScratchFile> made;
    private final Optional<Unusable> fault;

    private SourceFiles(List<Path> paths, Optional<ScratchFile> made, Optional<Unusable> fault) {
        this.paths = paths;
        this.made = made;
        this.fault = fault;
    }

    /** Finds the files of a source, or makes one; there is none if it cannot be made. */
    static SourceFiles of(CaptureSource source) {
        return switch (source) {
            case CaptureSource.Files files -> new SourceFiles(files.files(), Optional.empty(), Optional.empty());
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
            return new SourceFiles(List.of(file.path()), Optional.of(file), Optional.empty());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "No temporary file", e);
            String folder = ScratchFile.folder().toString();
            return new SourceFiles(
                    List.of(),
                    Optional.empty(),
                    Optional.of(new Unusable(0, 0, Unusable.Reason.NO_SCRATCH_FILE, folder)));
        }
    }

    /** Why there is no file, if so. */
    Optional<Unusable> fault() {
        return fault;
    }

    List<Path> paths() {
        return paths;
    }

    @Override
    public void close() {
        made.ifPresent(ScratchFile::close);
    }
}
